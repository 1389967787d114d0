package dev.campanile.adapter.embedded;

import java.util.Locale;

/** The operating system and processor of this machine, in the words the binaries are named by. */
record Platform(String os, boolean arm) {

  static Platform current() {
    String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    return new Platform(
        os.contains("mac") ? "darwin" : os.contains("linux") ? "linux" : os,
        System.getProperty("os.arch").equals("aarch64"));
  }

  /** As in {@code postgres-linux-x86_64.txz}. */
  String postgresArchive() {
    return "/postgres-%s-%s.txz".formatted(os, arm ? "arm_64" : "x86_64");
  }

  /** As in {@code redis-server-7.0.15-linux-amd64}. */
  String redisServer() {
    return "/%s-%s-%s".formatted(EmbeddedRedis.PROGRAM, os, arm ? "arm64" : "amd64");
  }
}
