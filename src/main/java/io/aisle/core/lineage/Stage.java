package io.aisle.core.lineage;

import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.data.VersionOrigin;
import java.util.Optional;

/**
 * A version in a line of versions.
 *
 * @param name such as {@code shop:2}
 * @param version empty when it was removed
 * @param origin how it was made; empty when it was removed
 */
public record Stage(
    String name, Optional<DatasetVersion> version, Optional<VersionOrigin> origin) {}
