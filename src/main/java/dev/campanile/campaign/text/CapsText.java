package dev.campanile.campaign.text;

import static dev.campanile.campaign.text.Trees.list;
import static dev.campanile.campaign.text.Trees.mapping;
import static dev.campanile.campaign.text.Trees.member;
import static dev.campanile.campaign.text.Trees.plain;

import dev.campanile.campaign.Cap;
import dev.campanile.campaign.Caps;
import dev.campanile.campaign.Tree;

/** Prints frequency caps in one canonical way that reads back as the same. Thread-safe. */
public final class CapsText {

  private CapsText() {}

  public static String yaml(Caps caps) {
    return YamlText.of(tree(caps));
  }

  public static String json(Caps caps) {
    return JsonText.of(tree(caps));
  }

  private static Tree tree(Caps caps) {
    return mapping(member("caps", list(caps.caps(), CapsText::cap)));
  }

  private static Tree cap(Cap cap) {
    return mapping(
        member("channel", cap.channel().map(Trees::text)),
        member("tag", cap.tag().map(Trees::text)),
        member("count", plain(cap.count())),
        GraphTree.period(cap.per()));
  }
}
