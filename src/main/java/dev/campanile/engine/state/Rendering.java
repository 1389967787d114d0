package dev.campanile.engine.state;

import dev.campanile.campaign.Action;
import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.Path;
import dev.campanile.campaign.Template;
import dev.campanile.campaign.Template.Known;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The parameters of an action with the templates among them, read once and filled for each order.
 * Immutable.
 */
public final class Rendering {

  /** A value of a parameter, or a part of one. */
  private sealed interface Slot {

    Object fill(Known known);

    /** Stays as it is. */
    record Fixed(Object value) implements Slot {

      @Override
      public Object fill(Known known) {
        return value;
      }
    }

    record Text(Template template) implements Slot {

      @Override
      public Object fill(Known known) {
        return template.fill(known);
      }
    }

    record Members(Map<String, Slot> slots) implements Slot {

      @Override
      public Map<String, Object> fill(Known known) {
        Map<String, Object> filled = LinkedHashMap.newLinkedHashMap(slots.size());
        slots.forEach((name, slot) -> filled.put(name, slot.fill(known)));
        return filled;
      }
    }

    record Items(List<Slot> slots) implements Slot {

      @Override
      public Object fill(Known known) {
        return slots.stream().map(slot -> slot.fill(known)).toList();
      }
    }
  }

  private final Attributes written;
  private final Optional<Slot.Members> slots;

  private Rendering(Attributes written, Optional<Slot.Members> slots) {
    this.written = written;
    this.slots = slots;
  }

  static Rendering of(Action action, Texts texts) {
    Attributes written = action.parameters();
    Map<String, Slot> slots = members(written.values(), List.of(), action.kind(), texts);
    boolean fixed = slots.values().stream().allMatch(Slot.Fixed.class::isInstance);
    return new Rendering(written, fixed ? Optional.empty() : Optional.of(new Slot.Members(slots)));
  }

  Attributes fill(Known known) {
    return slots.map(members -> new Attributes(members.fill(known))).orElse(written);
  }

  private static Map<String, Slot> members(
      Map<?, ?> raw, List<String> path, String kind, Texts texts) {
    Map<String, Slot> slots = new LinkedHashMap<>();
    raw.forEach(
        (key, value) -> {
          List<String> here = new ArrayList<>(path);
          here.add(key.toString());
          slots.put(key.toString(), slot(value, here, kind, texts));
        });
    return slots;
  }

  private static Slot slot(Object raw, List<String> path, String kind, Texts texts) {
    return switch (raw) {
      case String text ->
          texts
              .template(kind, new Path(path), text)
              .<Slot>map(Slot.Text::new)
              .orElseGet(() -> new Slot.Fixed(raw));
      case Map<?, ?> map -> fixedIfAll(raw, members(map, path, kind, texts));
      case List<?> list -> {
        List<Slot> slots = list.stream().map(element -> slot(element, path, kind, texts)).toList();
        yield slots.stream().allMatch(Slot.Fixed.class::isInstance)
            ? new Slot.Fixed(raw)
            : new Slot.Items(slots);
      }
      default -> new Slot.Fixed(raw);
    };
  }

  private static Slot fixedIfAll(Object raw, Map<String, Slot> slots) {
    return slots.values().stream().allMatch(Slot.Fixed.class::isInstance)
        ? new Slot.Fixed(raw)
        : new Slot.Members(slots);
  }
}
