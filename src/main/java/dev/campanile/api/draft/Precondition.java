package dev.campanile.api.draft;

import dev.campanile.api.http.Problem;
import dev.campanile.api.http.ProblemException;
import dev.campanile.draft.Draft;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which draft a request has seen: one revision, none at all, or it does not say. */
sealed interface Precondition {

  /** Only this revision. */
  record Seen(long revision) implements Precondition {}

  /** Only where there is none. */
  record None() implements Precondition {}

  record Unsaid() implements Precondition {}

  Pattern REVISION = Pattern.compile("(?:W/)?\"([0-9]{1,18})\"");

  /** As the headers say it. */
  static Precondition of(@Nullable String ifMatch, @Nullable String ifNoneMatch) {
    if (ifMatch != null) {
      Matcher revision = REVISION.matcher(ifMatch.strip());
      return new Seen(revision.matches() ? Long.parseLong(revision.group(1)) : -1);
    }
    return ifNoneMatch == null ? new Unsaid() : new None();
  }

  /** This, where it must be said: whoever changes a text must have seen it. */
  default Precondition said() {
    if (this instanceof Unsaid) {
      throw Problem.of(
              428,
              "precondition-required",
              "Precondition Required",
              "Expected If-Match with the revision that was seen, or If-None-Match: * for a new draft.")
          .exception();
    }
    return this;
  }

  /** A 412 problem where the draft is not the one that was seen. */
  default void require(Optional<Draft> present) {
    boolean met =
        switch (this) {
          case Seen(long revision) ->
              present.filter(draft -> draft.revision() == revision).isPresent();
          case None none -> present.isEmpty();
          case Unsaid unsaid -> true;
        };
    if (!met) {
      throw faster(present);
    }
  }

  /** Somebody else has changed the draft since it was seen. */
  static ProblemException faster(Optional<Draft> present) {
    return present
        .map(
            draft ->
                changed(
                        "%s has changed the draft meanwhile. Maybe load it again."
                            .formatted(draft.edited().who()))
                    .with("by", draft.edited().who())
                    .with("at", draft.edited().at())
                    .with("revision", draft.revision()))
        .orElseGet(() -> changed("The draft was published or discarded meanwhile."))
        .exception();
  }

  private static Problem changed(String detail) {
    return Problem.of(412, "draft-changed", "Somebody else was faster", detail);
  }
}
