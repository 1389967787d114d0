package dev.campanile.engine.state;

import dev.campanile.campaign.Operand.Reference;
import dev.campanile.campaign.Path;
import dev.campanile.campaign.Template;
import dev.campanile.campaign.UserId;
import dev.campanile.engine.rule.References;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What an order's texts may ask for. {@code {user.id}} is the user's id unless the profile has an
 * attribute of this name.
 */
record Knowledge(References references, UserId user, ZoneId zone) implements Template.Known {

  @Override
  public Optional<Object> value(String scope, String name) {
    if (name.isEmpty()) {
      return Optional.empty();
    }
    Optional<Object> found = references.lookUp(new Reference(scope, new Path(List.of(name))));
    boolean id = found.isEmpty() && scope.equals("user") && name.equals("id");
    return id ? Optional.of(user.text()) : found;
  }
}
