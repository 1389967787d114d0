package dev.campanile.adapter.qute;

import dev.campanile.campaign.Template;
import java.util.List;

/** A text without references. */
record PlainText(String text) implements Template {

  @Override
  public Object fill(Known known) {
    return text;
  }

  @Override
  public List<Mention> mentions() {
    return List.of();
  }
}
