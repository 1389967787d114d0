package dev.campanile.draft;

import dev.campanile.draft.Draft.Mark;
import java.util.Optional;

/** Whether what one person has drawn must be published by another. */
public enum Approval {
  OFF,
  REQUIRED;

  /** Why somebody may not publish a draft. */
  public enum Objection {
    NOT_SUBMITTED("Expected a submitted draft, but this one is still being worked on."),
    OWN_WORK("Expected somebody else than who edited or submitted the draft, but it was you."),
    NO_PERSON("Expected a person, but a service key asked.");

    private final String text;

    Objection(String text) {
      this.text = text;
    }

    public String text() {
      return text;
    }
  }

  /**
   * What stands against it; empty where nothing does.
   *
   * @param person whether {@code who} is one, and not a service
   */
  public Optional<Objection> objection(Draft draft, String who, boolean person) {
    if (this == OFF) {
      return Optional.empty();
    }
    if (draft.submitted().isEmpty()) {
      return Optional.of(Objection.NOT_SUBMITTED);
    }
    if (!person) {
      return Optional.of(Objection.NO_PERSON);
    }
    boolean own =
        who.equals(draft.edited().who())
            || draft.submitted().map(Mark::who).filter(who::equals).isPresent();
    return own ? Optional.of(Objection.OWN_WORK) : Optional.empty();
  }
}
