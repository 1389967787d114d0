package dev.campanile.engine.backtest;

import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.Event;
import dev.campanile.campaign.EventId;
import dev.campanile.campaign.UserId;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Events as bytes; words that come again and again (types, sources, property names) are numbered.
 */
final class Codec {

  private static final byte TEXT = 0;
  private static final byte NUMBER = 1;
  private static final byte LARGE_NUMBER = 2;
  private static final byte TRUE = 3;
  private static final byte FALSE = 4;
  private static final byte LIST = 5;
  private static final byte OBJECT = 6;

  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> words = new ArrayList<>();

  void write(Event event, Tape tape) {
    tape.write(number(event.id().source()));
    tape.write(event.id().id());
    tape.write(number(event.type()));
    tape.write(event.time().getEpochSecond());
    tape.write((long) event.time().getNano());
    writeObject(event.properties().values(), tape);
  }

  Event read(UserId user, Tape.Cursor from) {
    var id = new EventId(word(from), from.readText());
    String type = word(from);
    Instant time = Instant.ofEpochSecond(from.readNumber(), from.readNumber());
    return new Event(id, type, user, time, new Attributes(readObject(from)));
  }

  private void writeValue(Object value, Tape tape) {
    switch (value) {
      case String text -> {
        tape.write(TEXT);
        tape.write(text);
      }
      case BigDecimal decimal -> writeDecimal(decimal, tape);
      case Boolean truth -> tape.write(truth ? TRUE : FALSE);
      case List<?> list -> {
        tape.write(LIST);
        tape.write((long) list.size());
        list.forEach(element -> writeValue(element, tape));
      }
      case Map<?, ?> object -> {
        tape.write(OBJECT);
        writeObject(object, tape);
      }
      default ->
          throw new IllegalArgumentException("Expected a value of JSON, but got " + value + ".");
    }
  }

  private void writeDecimal(BigDecimal decimal, Tape tape) {
    BigInteger unscaled = decimal.unscaledValue();
    boolean large = unscaled.bitLength() >= Long.SIZE;
    tape.write(large ? LARGE_NUMBER : NUMBER);
    tape.write((long) decimal.scale());
    if (large) {
      tape.write(unscaled.toString());
    } else {
      tape.write(unscaled.longValue());
    }
  }

  private void writeObject(Map<?, ?> object, Tape tape) {
    tape.write((long) object.size());
    object.forEach(
        (key, value) -> {
          tape.write(number(key.toString()));
          writeValue(value, tape);
        });
  }

  private Object readValue(Tape.Cursor from) {
    byte kind = from.readByte();
    return switch (kind) {
      case TEXT -> from.readText();
      case NUMBER -> readDecimal(from);
      case LARGE_NUMBER -> readLargeDecimal(from);
      case TRUE -> Boolean.TRUE;
      case FALSE -> Boolean.FALSE;
      case LIST -> readList(from);
      case OBJECT -> readObject(from);
      default -> throw new IllegalStateException("Expected a kind of value, but got " + kind + ".");
    };
  }

  private static BigDecimal readDecimal(Tape.Cursor from) {
    int scale = (int) from.readNumber();
    return BigDecimal.valueOf(from.readNumber(), scale);
  }

  private static BigDecimal readLargeDecimal(Tape.Cursor from) {
    int scale = (int) from.readNumber();
    return new BigDecimal(new BigInteger(from.readText()), scale);
  }

  private List<Object> readList(Tape.Cursor from) {
    List<Object> list = new ArrayList<>();
    for (long left = from.readNumber(); left > 0; left--) {
      list.add(readValue(from));
    }
    return list;
  }

  private Map<String, Object> readObject(Tape.Cursor from) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (long left = from.readNumber(); left > 0; left--) {
      String key = word(from);
      object.put(key, readValue(from));
    }
    return object;
  }

  private long number(String word) {
    return numbers.computeIfAbsent(
        word,
        added -> {
          words.add(added);
          return words.size() - 1;
        });
  }

  private String word(Tape.Cursor from) {
    return words.get((int) from.readNumber());
  }
}
