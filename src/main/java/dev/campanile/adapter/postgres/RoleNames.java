package dev.campanile.adapter.postgres;

import dev.campanile.access.Role;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Roles as text[], by their names; one that this build does not know allows nothing. */
final class RoleNames {

  private RoleNames() {}

  static Array column(Connection open, Set<Role> roles) throws SQLException {
    return Column.<Role>text(Role::text).of(open, roles);
  }

  static Set<Role> read(ResultSet row, String column) throws SQLException {
    return Arrays.stream((String[]) row.getArray(column).getArray())
        .map(Role::named)
        .flatMap(Optional::stream)
        .collect(Collectors.toSet());
  }
}
