package dev.campanile.campaign.text;

import java.util.List;

/** A mapping of a file whose keys are fixed. */
interface Keyed {

  /** The keys that it may have, in the order in which they are printed. */
  List<String> keys();
}
