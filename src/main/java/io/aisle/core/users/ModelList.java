package io.aisle.core.users;

import io.aisle.core.training.RunFolder;
import java.util.List;

/** What one run recommends to the user, best first. */
public record ModelList(RunFolder run, List<Recommended> list) {}
