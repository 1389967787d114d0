package dev.campanile.adapter.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** The address that only this machine can reach. */
final class Loopback {

  static final String ADDRESS = "127.0.0.1";

  private Loopback() {}

  static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getByName(ADDRESS))) {
      return socket.getLocalPort();
    }
  }

  static int portOrFree(int port) throws IOException {
    return port == 0 ? freePort() : port;
  }
}
