package dev.campanile.api.access;

import com.fasterxml.jackson.databind.JsonNode;
import dev.campanile.access.Role;
import dev.campanile.api.http.Bodies;
import dev.campanile.api.http.Problem;
import dev.campanile.api.http.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A small JSON object of a request: what is wrong with it is collected, and told all at once. */
final class Form {

  private static final int MOST_BYTES = 1 << 14;

  /** What is wrong with a field. */
  record Flaw(String field, String reason) {}

  private final JsonNode body;
  private final List<Flaw> flaws = new ArrayList<>();

  private Form(JsonNode body) {
    this.body = body;
  }

  /**
   * Reads it.
   *
   * @param known all fields that it may have
   */
  static Form of(InputStream body, Set<String> known) throws IOException {
    JsonNode node = Bodies.json(body, MOST_BYTES);
    var form = new Form(node);
    if (!node.isObject()) {
      form.flaw("", "Expected a JSON object, but got something else.");
    }
    node.fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                form.flaw(
                    Texts.excerpt(name),
                    "Expected one of %s, but got another field.".formatted(sorted(known)));
              }
            });
    return form;
  }

  void flaw(String field, String reason) {
    flaws.add(new Flaw(field, reason));
  }

  /** A text that must be there. */
  String text(String field, int longest) {
    if (!body.has(field)) {
      flaw(field, "Expected a text, but there is none.");
    }
    return maybeText(field, longest).orElse("");
  }

  Optional<String> maybeText(String field, int longest) {
    return read(
        field,
        node -> {
          if (!node.isTextual()) {
            flaw(field, "Expected a text, but got something else.");
            return "";
          }
          Texts.flawOfName(node.textValue(), longest).ifPresent(reason -> flaw(field, reason));
          return node.textValue();
        });
  }

  /** A text that is not shown, and may hold anything. */
  String hidden(String field) {
    JsonNode node = body.path(field);
    if (!node.isTextual()) {
      flaw(field, "Expected a text, but there is none.");
    }
    return node.asText();
  }

  Optional<Boolean> maybeTruth(String field) {
    return read(
        field,
        node -> {
          if (!node.isBoolean()) {
            flaw(field, "Expected true or false, but got something else.");
          }
          return node.asBoolean();
        });
  }

  Optional<Instant> maybeInstant(String field) {
    return read(
        field,
        node -> {
          try {
            return Texts.instant(node.asText());
          } catch (DateTimeException other) {
            flaw(field, "Expected an instant such as 2027-01-01T00:00:00Z, but got another text.");
            return Instant.EPOCH;
          }
        });
  }

  Optional<Set<Role>> maybeRoles(String field, Set<Role> allowed) {
    return read(
        field,
        node -> {
          Set<Role> roles = EnumSet.noneOf(Role.class);
          node.forEach(one -> Role.named(one.asText()).ifPresent(roles::add));
          if (!node.isArray() || roles.size() != node.size() || !allowed.containsAll(roles)) {
            flaw(
                field,
                "Expected a list of different names out of %s, but got something else."
                    .formatted(sorted(names(allowed))));
          }
          return roles;
        });
  }

  private <T> Optional<T> read(String field, Function<JsonNode, T> reader) {
    JsonNode node = body.path(field);
    return node.isMissingNode() || node.isNull()
        ? Optional.empty()
        : Optional.of(reader.apply(node));
  }

  /** Ends the request where anything was wrong. */
  void refuse() {
    if (!flaws.isEmpty()) {
      throw Problem.of(422, "invalid-request", "The request was refused", "Nothing was changed.")
          .with("errors", flaws)
          .exception();
    }
  }

  private static Set<String> names(Set<Role> roles) {
    return roles.stream().map(Role::text).collect(Collectors.toSet());
  }

  private static String sorted(Set<String> names) {
    return String.join(", ", names.stream().sorted().toList());
  }
}
