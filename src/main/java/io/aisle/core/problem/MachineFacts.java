package io.aisle.core.problem;

import io.aisle.core.job.Memory;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Versions and the machine, without its name. */
record MachineFacts(String program) {
  String text() {
    Memory memory = Memory.ofThisProcess();
    StringBuilder text = new StringBuilder();
    line(text, "aisle", program);
    line(text, "java", Runtime.version() + ", " + System.getProperty("java.vendor"));
    line(text, "javafx", System.getProperty("javafx.runtime.version", "not loaded"));
    line(text, "pipeline", System.getProperty("prism.order", "default"));
    line(text, "system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    line(text, "processor", System.getProperty("os.arch"));
    line(text, "cores", Integer.toString(Runtime.getRuntime().availableProcessors()));
    line(text, "memory of the machine, MB", Long.toString(Memory.ofMachineMb()));
    line(text, "memory of the program, MB", memory.residentMb() + ", peak " + memory.peakMb());
    line(text, "largest heap, MB", Long.toString(Runtime.getRuntime().maxMemory() >> 20));
    line(text, "locale", Locale.getDefault().toLanguageTag());
    line(text, "written", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    return text.toString();
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append("%-28s%s%n".formatted(name, value));
  }
}
