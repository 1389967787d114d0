package dev.campanile.reference;

import java.util.List;

/** Cells and triggers made by chance, of few types, few values, and counts near the thresholds. */
record Cells(Dice dice, Where at) {

  /** Where a trigger stands; edges may hold any cell. */
  enum Where {
    ENTRY,
    FRAME,
    EDGE
  }

  String trigger() {
    return switch (dice.upTo(9)) {
      case 0, 1, 2 -> rows(List.of(List.of(dice.chance(10) ? demand() : cell())));
      case 3, 4 -> rows(List.of(List.of(cell()), List.of(cell())));
      case 5 -> rows(List.of(List.of(cell(), cell())));
      case 6 -> rows(List.of(List.of(cell(), cell()), List.of(cell())));
      case 7 -> rows(List.of(List.of(demand()), List.of(demand(), cell())));
      case 8 -> "'" + bracket(2).replace("'", "''") + "'";
      default -> rows(List.of(List.of(cell()), List.of(cell()), List.of(cell())));
    };
  }

  private static String rows(List<List<String>> rows) {
    return rows.stream().map(row -> row.stream().map(cell -> '"' + cell + '"').toList()).toList()
        + "";
  }

  private String bracket(int levels) {
    if (levels == 0 || dice.chance(20)) {
      return '"' + cell() + '"';
    }
    String sign = dice.of(" && ", " || ");
    return "(" + bracket(levels - 1) + sign + bracket(levels - 1) + ")";
  }

  private String cell() {
    int kind = dice.upTo(99);
    if (kind < 30) {
      return happening();
    }
    if (kind < 54) {
      return aggregate();
    }
    if (kind < 68) {
      return profile();
    }
    if (kind < 73) {
      return "inside " + area();
    }
    if (kind < 77) {
      return new Hours(dice).during();
    }
    return at == Where.ENTRY ? happening() : kind < 82 ? partly(kind) : waiting(kind);
  }

  private String partly(int kind) {
    return kind < 79 || at == Where.FRAME
        ? profile()
        : kind < 80 ? "always" : "split " + dice.of("30%", "50%", "20.5%");
  }

  private String waiting(int kind) {
    return kind < 92 ? deadline() : kind < 97 ? new Hours(dice).deadline() : new Hours(dice).cron();
  }

  private String happening() {
    return dice.chance(80)
        ? "event " + type() + (dice.chance(40) ? " where " + where() : "")
        : dice.of("enter ", "exit ") + area();
  }

  /**
   * Also the outcome of an action; not as one cell among others, where one can go round without it.
   */
  private String demand() {
    if (at != Where.ENTRY && dice.chance(15)) {
      return new Hours(dice).cron();
    }
    return at == Where.ENTRY || dice.chance(70)
        ? happening()
        : "action %s %s"
            .formatted(dice.of("push", "sms", "broken"), dice.of("succeeded", "failed"));
  }

  private String deadline() {
    return dice.chance(70) ? "after " + span() : "dwell " + span() + " " + area();
  }

  String aggregate() {
    String read =
        dice.chance(50) ? "count(" : dice.of("sum", "avg", "min", "max", "distinct") + "(x of ";
    String where = dice.chance(25) ? " where " + where() : "";
    String since = dice.chance(30) ? dice.of(" since node", " since entry", " since ever") : "";
    // Not yet in entries: there an event that serves its participation hides what leaves with it.
    String within = at != Where.ENTRY && dice.chance(40) ? " within " + span() : "";
    return read + type() + where + ") " + compared() + since + within;
  }

  private String compared() {
    return switch (dice.upTo(9)) {
      case 0 -> "gte {entry.x}";
      case 1 -> "eq {user.n}";
      case 2 -> "between 1 2";
      case 3 -> dice.of("in 0 2", "nin 1 2");
      default ->
          dice.of("gte", "gte", "eq", "lt", "gt", "ne", "lte") + " " + dice.of(0, 1, 1, 2, 2, 3);
    };
  }

  String profile() {
    return dice.of(
        "user.v eq true",
        "user.v eq true",
        "user.v ne true",
        "user.v missing",
        "user.n gte 2",
        "user.n exists",
        "user.n eq {entry.x}",
        "user.n lt {user.m}");
  }

  private String where() {
    return dice.of(
        "x eq 1",
        "x ne 1",
        "x gte 2",
        "x in 1 2",
        "x nin 1 2",
        "x between 1 2",
        "x missing",
        "x exists",
        "x eq {entry.x}",
        "x gte {event.y}",
        "x gt {user.n}",
        "code eq {push.code}",
        "[[x eq 1, y eq 2], [x exists]]",
        "(x eq 1 && y eq 1) || x eq 2");
  }

  private String type() {
    return dice.of("a", "a", "a", "b", "b", "c", "s");
  }

  private String span() {
    return dice.of("PT30M", "PT1H", "PT1H", "PT2H", "P1D", "P1DT1H", "PT24H");
  }

  private String area() {
    return dice.of("10 10 1km", "10 10.005 1km");
  }
}
