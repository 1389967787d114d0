package dev.campanile.translator.logic;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * A set of values of an ordered kind, as the cuts at which it begins and ends, ascending. Closed
 * under union, intersection and complement; immutable.
 *
 * @param fromLeast whether the least values belong to it
 * @param cuts where belonging changes
 */
record Ranges<C extends Comparable<? super C>>(boolean fromLeast, List<C> cuts) {

  /** The values from one cut to the next; an absent cut is no bound. */
  record Range<C>(List<C> from, List<C> to) {}

  Ranges {
    cuts = List.copyOf(cuts);
  }

  static <C extends Comparable<? super C>> Ranges<C> none() {
    return new Ranges<C>(false, List.of());
  }

  static <C extends Comparable<? super C>> Ranges<C> all() {
    return new Ranges<C>(true, List.of());
  }

  static <C extends Comparable<? super C>> Ranges<C> from(C cut) {
    return new Ranges<C>(false, List.of(cut));
  }

  static <C extends Comparable<? super C>> Ranges<C> upTo(C cut) {
    return new Ranges<C>(true, List.of(cut));
  }

  static <C extends Comparable<? super C>> Ranges<C> between(C from, C to) {
    return from.compareTo(to) < 0 ? new Ranges<C>(false, List.of(from, to)) : none();
  }

  boolean isNone() {
    return !fromLeast && cuts.isEmpty();
  }

  boolean isAll() {
    return fromLeast && cuts.isEmpty();
  }

  Ranges<C> complement() {
    return new Ranges<C>(!fromLeast, cuts);
  }

  Ranges<C> or(Ranges<C> other) {
    return complement().and(other.complement()).complement();
  }

  Ranges<C> and(Ranges<C> other) {
    var all = new TreeSet<C>(cuts);
    all.addAll(other.cuts);
    List<C> kept = new ArrayList<>();
    boolean inside = fromLeast && other.fromLeast;
    for (C cut : all) {
      if ((after(cut) && other.after(cut)) != inside) {
        inside = !inside;
        kept.add(cut);
      }
    }
    return new Ranges<C>(fromLeast && other.fromLeast, kept);
  }

  /** Whether the values just after the cut belong to the set. */
  boolean after(C cut) {
    boolean inside = fromLeast;
    for (C change : cuts) {
      if (change.compareTo(cut) > 0) {
        break;
      }
      inside = !inside;
    }
    return inside;
  }

  /** Its pieces, ascending. */
  List<Range<C>> pieces() {
    List<Range<C>> pieces = new ArrayList<>();
    List<C> from = List.of();
    boolean inside = fromLeast;
    for (C cut : cuts) {
      if (inside) {
        pieces.add(new Range<>(from, List.of(cut)));
      }
      from = List.of(cut);
      inside = !inside;
    }
    if (inside) {
      pieces.add(new Range<>(from, List.of()));
    }
    return pieces;
  }

  /** The least set without gaps that holds it. */
  Ranges<C> hull() {
    if (cuts.isEmpty()) {
      return this;
    }
    boolean toMost = after(cuts.getLast());
    if (fromLeast) {
      return toMost ? all() : upTo(cuts.getLast());
    }
    return toMost ? from(cuts.getFirst()) : between(cuts.getFirst(), cuts.getLast());
  }
}
