package dev.campanile.contract;

import dev.campanile.engine.warehouse.Attachments;
import dev.campanile.testkit.InMemoryAttachments;

final class InMemoryAttachmentsTest extends AttachmentsContract {

  @Override
  Attachments empty() {
    return new InMemoryAttachments();
  }
}
