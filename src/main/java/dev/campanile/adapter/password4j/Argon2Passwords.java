package dev.campanile.adapter.password4j;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import dev.campanile.access.Passwords;
import java.util.concurrent.Semaphore;

/**
 * Argon2id with what OWASP asks for: 19 MiB, two passes, one lane. A hash names its own parameters,
 * so they can be raised without anybody losing their password.
 *
 * <p>Few at a time: a flood of sign-ins shall neither use up the memory nor all cores. Thread-safe.
 *
 * @see <a href="https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html">
 *     OWASP: Password Storage</a>
 */
public final class Argon2Passwords implements Passwords {

  private static final int MEMORY_KIB = 19 * 1024;
  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int BYTES = 32;
  private static final int SALT_BYTES = 16;
  private static final int AT_ONCE = 4;

  private final Argon2Function function =
      Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, BYTES, Argon2.ID);
  private final Semaphore places = new Semaphore(AT_ONCE);

  /** Hashes with the parameters above. */
  public Argon2Passwords() {}

  @Override
  public String hash(String password) {
    places.acquireUninterruptibly();
    try {
      return Password.hash(password).addRandomSalt(SALT_BYTES).with(function).getResult();
    } finally {
      places.release();
    }
  }

  @Override
  public boolean matches(String password, String hash) {
    places.acquireUninterruptibly();
    try {
      return Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash));
    } finally {
      places.release();
    }
  }
}
