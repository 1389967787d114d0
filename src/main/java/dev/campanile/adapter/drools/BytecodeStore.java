package dev.campanile.adapter.drools;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jboss.logging.Logger;

/**
 * Compiled rules on disk, so that a restart compiles nothing: one file per key, its SHA-256 first.
 *
 * <p>A store that cannot be read or written costs time, never an answer. Whoever may write to the
 * directory may run code here. Thread-safe, also among processes.
 */
final class BytecodeStore {

  private static final Logger LOG = Logger.getLogger(BytecodeStore.class);

  private final Path directory;

  BytecodeStore(Path directory) {
    this.directory = directory;
  }

  Optional<Bytecode> read(String key) {
    try {
      return Optional.of(decode(Files.readAllBytes(file(key))));
    } catch (NoSuchFileException never) {
      return Optional.empty();
    } catch (IOException unreadable) {
      LOG.warnf("Expected compiled rules in %s, but: %s", file(key), unreadable.getMessage());
      discard(key);
      return Optional.empty();
    }
  }

  void write(String key, Bytecode bytecode) {
    try {
      Files.createDirectories(directory);
      Path draft = Files.createTempFile(directory, key, ".tmp");
      try {
        Files.write(draft, encode(bytecode));
        Files.move(draft, file(key), StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException unwritable) {
      LOG.warnf("Expected to keep compiled rules in %s, but: %s", file(key), unwritable);
    }
  }

  void discard(String key) {
    try {
      Files.deleteIfExists(file(key));
    } catch (IOException stays) {
      LOG.warnf("Expected to delete %s, but: %s", file(key), stays);
    }
  }

  private Path file(String key) {
    return directory.resolve(key + ".rules");
  }

  private static byte[] encode(Bytecode bytecode) throws IOException {
    var content = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(content)) {
      out.writeUTF(bytecode.model());
      out.writeInt(bytecode.classes().size());
      for (var entry : new TreeMap<>(bytecode.classes()).entrySet()) {
        out.writeUTF(entry.getKey());
        out.writeInt(entry.getValue().length);
        out.write(entry.getValue());
      }
    }
    var file = new ByteArrayOutputStream();
    file.write(Digests.sha256(content.toByteArray()));
    content.writeTo(file);
    return file.toByteArray();
  }

  private static Bytecode decode(byte[] file) throws IOException {
    int start = Math.min(Digests.LENGTH, file.length);
    byte[] content = Arrays.copyOfRange(file, start, file.length);
    if (!Arrays.equals(Digests.sha256(content), Arrays.copyOf(file, start))) {
      throw new IOException("the content does not match its checksum.");
    }
    var in = new DataInputStream(new ByteArrayInputStream(content));
    String model = in.readUTF();
    int count = in.readInt();
    Map<String, byte[]> classes = new HashMap<>();
    for (int i = 0; i < count; i++) {
      classes.put(in.readUTF(), in.readNBytes(in.readInt()));
    }
    return new Bytecode(model, classes);
  }
}
