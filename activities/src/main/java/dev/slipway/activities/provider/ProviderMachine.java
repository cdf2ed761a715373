package dev.slipway.activities.provider;

import dev.slipway.workflows.address.Addresses;
import dev.slipway.workflows.server.ServerSize;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A machine as a provider shows it.
///
/// @param externalId the provider's id
/// @param key the key it is labelled with, null for one made by hand
/// @param owner whom it is labelled for, null for one made by hand
/// @param name its name at the provider
/// @param hostName the host name it was configured with, null before
/// @param image the image's code
/// @param addresses with its location; those that a configuration at work gives it count already
/// @param networks codes of the networks it is in, counted alike
public record ProviderMachine(
    String externalId,
    @Nullable String key,
    @Nullable Owner owner,
    String name,
    @Nullable String hostName,
    ServerSize size,
    String image,
    Addresses addresses,
    List<String> networks,
    State state) {

  public ProviderMachine {
    networks = List.copyOf(networks);
  }

  /// What a machine is doing.
  public enum State {
    CREATING,
    RUNNING,
    STOPPED,
    /// It failed to build, and only deleting it helps.
    ERROR;

    /// The word in SQL and JSON.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
