package dev.campanile;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready means: what is accepted is being judged. */
@Readiness
@Singleton
final class EngineReadiness implements HealthCheck {

  private final Service service;

  EngineReadiness(Service service) {
    this.service = service;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("Engine").status(service.ready()).build();
  }
}
