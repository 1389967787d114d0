package dev.campanile.it;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Types commands at the Redis that a server keeps in its data directory. */
final class RedisPrompt implements AutoCloseable {

  private final Socket socket;
  private final BufferedReader answers;

  RedisPrompt(Path data) throws IOException {
    String[] settings = Files.readString(data.resolve("redis.conf")).split("\\s+");
    this.socket = new Socket("127.0.0.1", Integer.parseInt(after("port", settings)));
    this.answers =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
    if (!say("AUTH " + after("requirepass", settings)).equals("+OK")) {
      throw new IOException("Redis refused the password.");
    }
  }

  /** The first line of the answer. */
  String say(String command) throws IOException {
    socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
    return answers.readLine();
  }

  private static String after(String name, String[] settings) {
    for (int i = 0; i < settings.length - 1; i++) {
      if (settings[i].equals(name)) {
        return settings[i + 1];
      }
    }
    throw new IllegalStateException("There is no " + name + " in redis.conf.");
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
