package dev.campanile.reference;

/** Cells by the clock, of few times of day, some of which clocks leave out or strike twice. */
record Hours(Dice dice) {

  static final String[] TIMES = {"00:00", "01:30", "02:00", "02:15", "02:30", "03:00", "09:00"};

  /** Days on which logs begin or go on, some of them when clocks are changed. */
  static final String[] DAYS = {
    "2026-03-02", "2026-03-03", "2026-03-29", "2026-03-30", "2026-04-05", "2026-10-04", "2026-10-25"
  };

  String deadline() {
    return dice.chance(60)
        ? "at " + dice.of(TIMES) + clock()
        : "on " + dice.of(DAYS) + (dice.chance(70) ? "T" + dice.of(TIMES) : "") + clock();
  }

  String cron() {
    return "cron '"
        + dice.of(
            "0 9 * * *",
            "30 2 * * *",
            "15,45 2 * * *",
            "0 */6 * * *",
            "*/30 1-3 * * *",
            "0 2 * * SUN,TUE",
            "30 1 3 * SUN")
        + "'"
        + clock();
  }

  String during() {
    return "during "
        + dice.of("09:00-18:00", "22:00-03:00", "02:15-02:45", "01:30-02:30", "02:30-02:00")
        + dice.of("", "", " MON-FRI", " SUN")
        + clock();
  }

  private String clock() {
    return dice.of("", "", " user");
  }
}
