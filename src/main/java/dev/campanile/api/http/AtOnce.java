package dev.campanile.api.http;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** Something costly that only so many may do at a time; others are told to come back. */
public final class AtOnce {

  private final String name;
  private final String title;
  private final String what;
  private final int most;
  private final Semaphore free;

  /**
   * @param name of the problem, such as {@code plans-under-way}
   * @param what is counted, such as {@code plans}
   */
  public AtOnce(String name, String title, String what, int most) {
    this.name = name;
    this.title = title;
    this.what = what;
    this.most = most;
    this.free = new Semaphore(most);
  }

  public <T> T run(Supplier<T> work) {
    if (!free.tryAcquire()) {
      throw Problem.of(
              429,
              name,
              title,
              "Expected at most %d %s at a time. Maybe try again in a few seconds."
                  .formatted(most, what))
          .exception();
    }
    try {
      return work.get();
    } finally {
      free.release();
    }
  }
}
