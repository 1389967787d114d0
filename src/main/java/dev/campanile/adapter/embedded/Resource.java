package dev.campanile.adapter.embedded;

import java.io.IOException;
import java.io.InputStream;

/** A binary that travels on the class path. */
record Resource(String path, String product, String setting) {

  InputStream open() throws IOException {
    InputStream stream = Resource.class.getResourceAsStream(path);
    if (stream == null) {
      throw new EmbeddedServicesException(
          """
          Expected a %s for this machine among the libraries, but there is no %s.
          Maybe run one yourself and set %s."""
              .formatted(product, path, setting));
    }
    return stream;
  }
}
