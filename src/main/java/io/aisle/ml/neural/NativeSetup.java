package io.aisle.ml.neural;

import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Prepares the native engine of this JVM: offline, no usage tracking, its libraries unpacked below
 * a folder of the caller's choice, and a given number of threads. The settings are system
 * properties, because that is what DJL reads when its classes are first touched; so {@link
 * #prepare} comes before everything else of this package.
 */
public final class NativeSetup {
  /** System property: folder below which the native libraries are unpacked (about 450 MB). */
  public static final String FOLDER = "aisle.native";

  private static final String ENGINE = "PyTorch";
  private static final String CACHE = "DJL_CACHE_DIR";
  private static final String ENGINE_CACHE = "ENGINE_CACHE_DIR";

  private NativeSetup() {}

  /**
   * Settles where the libraries go and how many threads compute.
   *
   * @param folder for the unpacked libraries; kept from start to start
   * @param threads at least 1
   */
  public static void prepare(Path folder, int threads) {
    System.setProperty(FOLDER, folder.toString());
    prepare(threads);
  }

  /**
   * The same with the folder of the property {@link #FOLDER}, or DJL's own where there is none. May
   * be called again to change the number of threads.
   */
  public static void prepare(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException(threads + " threads cannot compute");
    }
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("OPT_OUT_TRACKING", "true");
    String folder = System.getProperty(FOLDER);
    if (folder != null) {
      System.setProperty(CACHE, folder);
      System.setProperty(ENGINE_CACHE, folder);
    }
    System.setProperty("ai.djl.pytorch.num_threads", Integer.toString(threads));
    System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
    JniThreads.set(threads);
  }

  /** Versions of what computes, for {@code run.json}. Loads the native library. */
  public static Map<String, String> versions() {
    Engine engine = engine();
    Map<String, String> versions = new LinkedHashMap<>();
    versions.put("djl", Engine.getDjlVersion());
    versions.put("pytorch", engine.getVersion());
    return versions;
  }

  static Engine engine() {
    return Engine.getEngine(ENGINE);
  }

  /** Its own class, so that naming it loads libtorch only after the properties stand. */
  private static final class JniThreads {
    static void set(int threads) {
      engine();
      JniUtils.setNumThreads(threads);
    }
  }
}
