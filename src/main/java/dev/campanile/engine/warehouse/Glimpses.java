package dev.campanile.engine.warehouse;

import dev.campanile.campaign.Attributes;
import java.util.List;

/** A look at what has come in, for people who are about to name parts of it. Thread-safe. */
public interface Glimpses {

  /** An event, as far as it shows what events of its type are like. */
  record Glimpse(String type, Attributes properties) {}

  /** Up to {@code most} of the events that counted lately. */
  List<Glimpse> events(int most);

  /** Up to {@code most} profiles, of no users in particular. */
  List<Attributes> profiles(int most);
}
