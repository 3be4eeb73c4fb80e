package io.aisle.core.dataset.profile;

import io.aisle.domain.data.EventKind;

/**
 * A step of the funnel: one kind of event.
 *
 * @param users who did it at least once
 * @param items to which it happened at least once
 */
public record KindCount(EventKind kind, long events, int users, int items) {}
