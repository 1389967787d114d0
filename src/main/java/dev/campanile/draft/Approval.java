package dev.campanile.draft;

import dev.campanile.draft.Draft.Mark;
import java.util.Optional;

/** Whether what one person has drawn must be published by another. */
public enum Approval {
  OFF,
  REQUIRED;

  /** Why somebody may not publish. */
  public enum Objection {
    NO_DRAFT("Expected a draft that another person publishes. Maybe submit it as a draft."),
    NOT_SUBMITTED("Expected a submitted draft, but this one is still being worked on."),
    OWN_WORK("Expected somebody else than who wrote at the draft or submitted it, but it was you."),
    SERVICES_WORK(
        "Expected a draft that a person has submitted, but a service key did. Maybe withdraw it and submit it yourself."),
    NO_PERSON("Expected a person, but a service key asked.");

    private final String text;

    Objection(String text) {
      this.text = text;
    }

    public String text() {
      return text;
    }
  }

  /** What stands against a publication without a draft; empty where nothing does. */
  public Optional<Objection> objection() {
    return this == OFF ? Optional.empty() : Optional.of(Objection.NO_DRAFT);
  }

  /**
   * What stands against a submission; empty where nothing does. Behind a service is a person whom
   * nobody knows, so what it drew needs two known ones: one who submits and one who publishes it.
   */
  public Optional<Objection> objection(Mark submission) {
    return this == OFF || submission.person() ? Optional.empty() : Optional.of(Objection.NO_PERSON);
  }

  /**
   * What stands against a publication; empty where nothing does.
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
    Mark submission = draft.submitted().get();
    if (!submission.person()) {
      return Optional.of(Objection.SERVICES_WORK);
    }
    boolean own = draft.writers().contains(who) || who.equals(submission.who());
    return own ? Optional.of(Objection.OWN_WORK) : Optional.empty();
  }
}
