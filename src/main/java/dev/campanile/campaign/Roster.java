package dev.campanile.campaign;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A list of users, as it was uploaded. Immutable; asking takes O(log users). */
public final class Roster {

  private final String[] users;

  public Roster(Collection<UserId> users) {
    this.users = users.stream().map(UserId::text).sorted().distinct().toArray(String[]::new);
  }

  public boolean contains(UserId user) {
    return Arrays.binarySearch(users, user.text()) >= 0;
  }

  /** Up to {@code most} of its users, in order, from after a user on. */
  public List<UserId> after(Optional<UserId> last, int most) {
    int found = last.map(user -> Arrays.binarySearch(users, user.text())).orElse(-1);
    int from = found >= 0 ? found + 1 : -found - 1;
    return Arrays.stream(users, from, users.length).limit(most).map(UserId::new).toList();
  }

  public int size() {
    return users.length;
  }
}
