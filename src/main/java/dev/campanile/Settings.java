package dev.campanile;

import dev.campanile.access.AccessPolicy;
import dev.campanile.draft.Approval;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that can be set; each entry has a default that serves a single machine. */
@ConfigMapping(prefix = "campanile")
public interface Settings {

  /**
   * How far behind the user's latest event one may come and still count: an hour covers phones in
   * tunnels.
   */
  @WithDefault("PT1H")
  Duration lateness();

  /** The clock where neither profile nor schedule names a zone (IANA). */
  @WithDefault("UTC")
  ZoneId timezone();

  /** Where embedded services, and compiled rules, are kept. */
  @WithDefault("data")
  Path data();

  /** Whether the reasons of every move and refusal are kept, cell by cell with the values seen. */
  @WithDefault("true")
  boolean explanations();

  /**
   * Whether callers must prove who they are: required; open is for a machine that nobody else
   * reaches.
   */
  @WithDefault("required")
  AccessPolicy access();

  /**
   * Other names than those of this machine under which browsers and services address this one, as
   * through a proxy: campanile.example.com, with the port where it is not the usual one. Where none
   * is said: the names of this machine while the service listens there alone, else any.
   */
  Optional<List<String>> hosts();

  Admin admin();

  /**
   * Whether what one person has drawn must be published by another. The campaign folder is the
   * operator's own and asks nobody.
   */
  @WithDefault("off")
  Approval approval();

  Oidc oidc();

  Campaigns campaigns();

  Log log();

  Batch batch();

  Decision decision();

  Action action();

  Webhook webhook();

  Backtest backtest();

  /** The first account. */
  interface Admin {

    /** Its password at the first start; a random one is printed otherwise. */
    Optional<String> password();
  }

  /** Another service that vouches for people and services, by OpenID Connect. */
  interface Oidc {

    /** Its address, which it tells about itself below; none: nobody is asked. */
    Optional<String> server();

    /** By which Campanile is known there, and which tokens of services must be made for. */
    @WithDefault("campanile")
    String client();

    Optional<String> secret();

    /** What stands on the button. */
    @WithDefault("single sign-on")
    String name();

    /** The claim that tells the user. */
    @WithDefault("preferred_username")
    String userClaim();

    /** The claim that tells the roles; dots lead into objects, as in realm_access.roles. */
    @WithDefault("roles")
    String rolesClaim();

    /** Roles by what the claim calls them, where that is not Campanile's name. */
    Map<String, String> roles();
  }

  /** Campaign files. */
  interface Campaigns {

    /** The folder that is watched and published from; none where it does not exist. */
    @WithDefault("campaigns")
    Path folder();

    /** How often other instances' publications are looked for, besides being told. */
    @WithDefault("PT1S")
    Duration poll();
  }

  /** The log. */
  interface Log {

    @WithDefault("campanile.events")
    String topic();

    /** Partitions of a new topic: the most workers that can share the users. */
    @WithDefault("8")
    int partitions();

    /** How long a caller waits for the broker's acknowledgement before it is told to retry. */
    @WithDefault("PT10S")
    Duration patience();

    /** Instances of one group share the partitions. */
    @WithDefault("campanile")
    String group();
  }

  /** Batches of the run protocol. */
  interface Batch {

    /** Records judged in one transaction: more doubles the wait without raising the rate. */
    @WithDefault("500")
    int size();

    /** Workers of this process; by default two per core, because they wait for the disk. */
    Optional<Integer> workers();
  }

  /** The decision endpoint. */
  interface Decision {

    /** How long a caller waits for its event to be judged. */
    @WithDefault("PT5S")
    Duration timeout();
  }

  /** Performing orders. */
  interface Action {

    /** Calls under way at once, per channel. */
    @WithDefault("64")
    int concurrency();

    /** Orders that wait in memory; beyond it they wait in the outbox. */
    @WithDefault("10000")
    int queue();

    /** How long calls under way may take to finish when the service stops. */
    @WithDefault("PT20S")
    Duration drain();
  }

  /** The webhook channel. */
  interface Webhook {

    /**
     * What may be called: hosts by name or address, {@code public} (the Internet), {@code private}
     * (this network), {@code loopback} (this machine), or {@code *}. Where it is not said: the
     * Internet, and this machine while nobody else reaches the service.
     */
    Optional<List<String>> allow();
  }

  /** Backtests that the service runs. */
  interface Backtest {

    /** Events of one: about 65 bytes each while it runs. */
    @WithDefault("1000000")
    long events();
  }
}
