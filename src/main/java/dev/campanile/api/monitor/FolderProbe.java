package dev.campanile.api.monitor;

import dev.campanile.engine.monitor.Component;
import dev.campanile.engine.monitor.Component.Probe;
import dev.campanile.translator.Rejections;
import java.util.Map;

/** Whether the files of the campaign folder are live as they stand there. */
public final class FolderProbe implements Probe {

  private final Rejections rejections;

  public FolderProbe(Rejections rejections) {
    this.rejections = rejections;
  }

  @Override
  public String name() {
    return "folder";
  }

  @Override
  public Component look() {
    int refused = rejections.rejections().size();
    return Component.of(
        name(),
        "Every file of the campaign folder is live.",
        refused == 0
            ? ""
            : "%d files of the campaign folder are not live as they stand there."
                .formatted(refused),
        Map.of("refused", refused));
  }
}
