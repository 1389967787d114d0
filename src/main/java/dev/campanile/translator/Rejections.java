package dev.campanile.translator;

import dev.campanile.campaign.Violation;
import java.util.List;

/** What stands in the campaign folder and is not live as it stands there. Thread-safe. */
public interface Rejections {

  /** A file with everything that is wrong with it. */
  record Rejection(String file, List<Violation> violations) {}

  List<Rejection> rejections();
}
