package io.aisle.core.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.aisle.core.job.LocalWorker;
import io.aisle.core.job.WorkerLauncher;
import io.aisle.domain.InputException;
import io.aisle.domain.job.CancelSignal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder is taken as a GPU pack only when a worker can load what is in it. */
class GpuPackTest {
  @TempDir Path folder;

  private Path pack(String build) throws IOException {
    Path lib = Files.createDirectories(folder.resolve("libtorch/lib"));
    for (String name : new String[] {"torch", "torch_cpu", "torch_cuda", "c10", "c10_cuda"}) {
      Files.writeString(lib.resolve(System.mapLibraryName(name)), "elf");
    }
    Files.writeString(folder.resolve("libtorch/build-version"), build);
    return lib;
  }

  private static void refused(Path place, String why) {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> GpuPack.of(place))
        .withMessageContaining(why);
  }

  @Test
  void theLibraryAndItsBridgeAreGivenToWorkers() throws IOException {
    Path lib = pack("2.7.1+cu128\n");
    for (Path chosen : new Path[] {lib, lib.getParent()}) {
      assertThat(GpuPack.of(chosen)).isEqualTo(new GpuPack(lib, "2.7.1", "cu128"));
    }
    assertThat(GpuPack.environmentOf(lib.toString()))
        .containsEntry("PYTORCH_LIBRARY_PATH", lib.toString())
        .containsEntry("PYTORCH_FLAVOR", "cu128");
    assertThat(GpuPack.environmentOf("")).isEmpty();
  }

  @Test
  void thePythonPackageIsOneToo() throws IOException {
    Path lib = pack("");
    Files.delete(lib.resolveSibling("build-version"));
    Files.writeString(lib.resolveSibling("version.py"), "__version__ = '2.7.1+cu128'\n");
    assertThat(GpuPack.of(lib).flavour()).isEqualTo("cu128");
  }

  @Test
  void anotherVersionOrFlavourIsNamed() throws IOException {
    refused(pack("2.5.0+cu128"), "is PyTorch 2.5.0, but this Aisle works with PyTorch 2.7.1");
    refused(pack("2.7.1+cu118"), "was built for cu118");
    refused(pack("2.7.1+cpu"), "does not say which PyTorch");
  }

  @Test
  void aMissingLibraryIsNamed() throws IOException {
    Path lib = pack("2.7.1+cu128");
    Files.delete(lib.resolve(System.mapLibraryName("torch_cuda")));
    refused(lib, System.mapLibraryName("torch_cuda"));
    refused(folder.resolve("nowhere"), "is no folder");
    refused(Files.createDirectory(folder.resolve("empty")), System.mapLibraryName("torch"));
  }

  @Test
  void aPackThatHasGoneIsNotPassedOverInSilence() {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> GpuPack.environmentOf(folder.resolve("gone").toString()))
        .withMessageContaining("is no folder");
  }

  @Test
  void whatTheWorkerSeesIsSaidAndNoMore() {
    DeviceList gpu =
        ask(
            """
            {"devices": [{"id": "cpu", "name": "CPU", "memoryMb": 100, "auto": false},
                         {"id": "cuda:0", "name": "GPU", "memoryMb": 200, "auto": true}],
             "versions": {"pytorch": "2.7.1"}}
            """);
    assertThat(gpu.hasGpu()).isTrue();
    assertThat(gpu.versions()).containsEntry("pytorch", "2.7.1");
    assertThat(gpu.devices().get(1)).isEqualTo(new DeviceList.Line("cuda:0", "GPU", 200, true));
    DeviceList cpu =
        ask(
            """
            {"devices": [{"id": "cpu", "name": "CPU", "memoryMb": 100, "auto": true}], "versions": {}}
            """);
    assertThat(cpu.hasGpu()).isFalse();
  }

  private static DeviceList ask(String said) {
    WorkerLauncher workers =
        needs ->
            new LocalWorker(
                Map.of(
                    DevicesOp.NAME,
                    (args, context) -> {
                      assertThat(args.path("load").asBoolean()).isTrue();
                      return new ObjectMapper().readTree(said);
                    }),
                needs);
    return new DeviceService(workers).check(CancelSignal.NEVER);
  }
}
