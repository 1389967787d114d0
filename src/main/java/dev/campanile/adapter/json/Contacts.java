package dev.campanile.adapter.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.campanile.engine.state.Contact;
import dev.campanile.engine.state.OrderKey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What frequency caps count; most users have nothing of it. */
final class Contacts {

  private static final Set<String> KNOWN = Set.of("order", "subjects", "at");

  private Contacts() {}

  static void write(JsonGenerator out, List<Contact> contacts) throws IOException {
    if (contacts.isEmpty()) {
      return;
    }
    out.writeArrayFieldStart("contacts");
    for (Contact contact : contacts) {
      out.writeStartObject();
      out.writeStringField("order", contact.order().toString());
      Writer.texts(out, "subjects", contact.subjects());
      Writer.instant(out, "at", contact.at());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  static List<Contact> read(JsonNode array) {
    List<Contact> contacts = new ArrayList<>(array.size());
    for (JsonNode node : array) {
      Fields fields = Fields.of(node, KNOWN);
      contacts.add(
          new Contact(
              OrderKey.parse(fields.text("order")),
              new HashSet<>(fields.texts("subjects")),
              fields.instant("at")));
    }
    return contacts;
  }
}
