package dev.campanile;

import dev.campanile.access.AccessPolicy;
import dev.campanile.access.Accounts;
import dev.campanile.access.ApiKeys;
import dev.campanile.access.Attempts;
import dev.campanile.access.AuditLog;
import dev.campanile.access.FirstAccount;
import dev.campanile.access.KeyRing;
import dev.campanile.access.Passwords;
import dev.campanile.access.Reach;
import dev.campanile.access.Reception;
import dev.campanile.access.Refusals;
import dev.campanile.access.Sessions;
import dev.campanile.access.Vouching;
import dev.campanile.adapter.oidc.ForgottenTokens;
import dev.campanile.adapter.oidc.OidcCallers;
import dev.campanile.adapter.oidc.OidcGate;
import dev.campanile.adapter.oidc.OidcTenants;
import dev.campanile.adapter.password4j.Argon2Passwords;
import dev.campanile.api.access.VouchedSessionResource;
import dev.campanile.api.http.Hosts;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.random.RandomGenerator;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Who is let in, and that somebody can let others in. */
@Singleton
final class Doors {

  private static final Logger LOG = Logger.getLogger(Doors.class);

  /** Before intake begins. */
  private static final int EARLY = 1;

  @Produces
  @Singleton
  Passwords passwords() {
    return new Argon2Passwords();
  }

  @Produces
  @Singleton
  Reception reception(
      Accounts accounts,
      Sessions sessions,
      Passwords passwords,
      Refusals refusals,
      RandomGenerator random,
      Clock clock) {
    return new Reception(
        accounts, sessions, passwords, new Attempts(clock), refusals, random, clock);
  }

  @Produces
  @Singleton
  Refusals refusals(AuditLog audit, Clock clock) {
    return new Refusals(audit, Doors::inBackground, clock);
  }

  /** Whoever was refused is told so in any case. */
  private static void inBackground(Runnable writing) {
    Thread.startVirtualThread(
        () -> {
          try {
            writing.run();
          } catch (RuntimeException unwritten) {
            LOG.warnf("Who was not let in was not written down: %s", unwritten.getMessage());
          }
        });
  }

  @Produces
  @Singleton
  KeyRing keys(ApiKeys keys, RandomGenerator random, Clock clock) {
    return new KeyRing(keys, random, clock);
  }

  @Produces
  @Singleton
  Vouching vouching(Accounts accounts, Clock clock) {
    return new Vouching(accounts, clock);
  }

  @Produces
  @Singleton
  OidcTenants oidc(Settings settings) {
    var oidc = settings.oidc();
    return new OidcTenants(
        VouchedSessionResource.PATH, oidc.server(), oidc.client(), oidc.secret());
  }

  @Produces
  @Singleton
  OidcCallers vouchedFor(Settings settings, Vouching vouching) {
    var oidc = settings.oidc();
    return new OidcCallers(oidc.userClaim(), oidc.rolesClaim(), oidc.roles(), vouching);
  }

  @Produces
  @Singleton
  OidcGate gate(Settings settings) {
    return new OidcGate(settings.oidc().server().isPresent());
  }

  /** In the place of what keeps tokens in cookies. */
  @Produces
  @Singleton
  @Alternative
  @Priority(EARLY)
  ForgottenTokens tokens() {
    return new ForgottenTokens();
  }

  @Produces
  @Singleton
  Hosts hosts(Settings settings, @ConfigProperty(name = "quarkus.http.host") String listening) {
    return new Hosts(listening, settings.hosts().orElse(List.of()));
  }

  @Produces
  @Singleton
  Reach reach(
      Settings settings,
      @ConfigProperty(name = "quarkus.http.host") String listening,
      @ConfigProperty(name = "quarkus.http.proxy.proxy-address-forwarding", defaultValue = "false")
          boolean forwarded) {
    return new Reach(listening, settings.hosts().orElse(List.of()), forwarded);
  }

  void refuseOpenToOthers(
      @Observes @Priority(EARLY) StartupEvent event, Settings settings, Reach reach) {
    reach.require(settings.access());
  }

  void openFirstAccount(
      @Observes @Priority(EARLY + 1) StartupEvent event,
      Settings settings,
      Accounts accounts,
      Passwords passwords,
      AuditLog audit,
      RandomGenerator random,
      Clock clock) {
    if (settings.access() == AccessPolicy.REQUIRED) {
      new FirstAccount(accounts, passwords, audit, random, clock)
          .open(settings.admin().password())
          .ifPresent(Doors::tell);
    }
  }

  /** Not through the logger: logs are kept, and sent to others. */
  private static void tell(String password) {
    System.out.printf(
        "%nThe first account: user %s, password %s%nIt is told this once; change it after signing in.%n%n",
        FirstAccount.USER, password);
  }
}
