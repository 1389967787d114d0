package dev.campanile.campaign;

import java.util.Arrays;
import java.util.Collection;

/** A list of users, as it was uploaded. Immutable; asking takes O(log users). */
public final class Roster {

  private final String[] users;

  public Roster(Collection<UserId> users) {
    this.users = users.stream().map(UserId::text).sorted().distinct().toArray(String[]::new);
  }

  public boolean contains(UserId user) {
    return Arrays.binarySearch(users, user.text()) >= 0;
  }

  public int size() {
    return users.length;
  }
}
