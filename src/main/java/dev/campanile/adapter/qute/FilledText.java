package dev.campanile.adapter.qute;

import dev.campanile.campaign.Template;
import java.util.List;

/** A text that Qute fills. */
record FilledText(io.quarkus.qute.Template template, int length, List<Mention> mentions)
    implements Template {

  @Override
  public Object fill(Known known) {
    var filling = new Filling(known, length);
    // Nothing in it waits for anything, so that it is done when it returns.
    template.instance().data(filling).consume(filling).toCompletableFuture().join();
    return filling.toString();
  }
}
