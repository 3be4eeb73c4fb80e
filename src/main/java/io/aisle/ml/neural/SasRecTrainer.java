package io.aisle.ml.neural;

import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import io.aisle.domain.InputException;
import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.model.SasRecParams;
import io.aisle.ml.data.Interactions;
import io.aisle.ml.model.Compute;
import io.aisle.ml.model.DivergedException;
import io.aisle.ml.model.EpochReport;
import io.aisle.ml.model.ModelTrainer;
import io.aisle.ml.model.Scorer;
import io.aisle.ml.model.Tensor;
import io.aisle.ml.model.Weights;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Trains a SASRec with a loop of its own. Confined to one thread. All arrays belong to this
 * trainer's manager, those of a step to a manager below it that ends with the step.
 */
final class SasRecTrainer implements ModelTrainer {
  /** Cells that go to the device in one piece. */
  private static final int CELLS_PER_UPLOAD = 1 << 20;

  /** Scores that the softmax computes at a time. */
  static final long CHUNK = 2_600_000;

  private static final String EPOCH = "epoch";
  private static final String STEP = "step";
  private static final String FIRST = "adam.first";
  private static final String SECOND = "adam.second";

  private final SasRecLayout layout;
  private final TrainingSpec training;
  private final Interactions train;
  private final Compute compute;
  private final PtNDManager manager;
  private final Ops ops = new Ops();
  private final PooledDropout dropout;
  private final SasRecNetwork network;
  private final SequenceLoss loss;
  private final PtNDArray matrix;
  private final PtNDArray first;
  private final PtNDArray second;
  private Adam adam;
  private int epoch;

  SasRecTrainer(SasRecParams params, TrainingSpec training, Interactions train, Compute compute) {
    NativeSetup.prepare(compute.context().threads());
    this.layout = new SasRecLayout(params, train.items());
    this.training = training;
    this.train = train;
    this.compute = compute;
    this.manager =
        (PtNDManager)
            NativeSetup.engine().newBaseManager(Devices.toEngine(compute.context().device()));
    Constants constants = new Constants(manager);
    this.dropout = new PooledDropout(params.dropout(), manager);
    this.network = new SasRecNetwork(ops, params, dropout, constants);
    this.loss =
        switch (params.loss()) {
          case SOFTMAX -> new SoftmaxLoss(CHUNK, constants);
          case SAMPLED -> new SampledLoss(params.negatives());
        };
    Shape shape = new Shape(layout.rows(), layout.width());
    this.matrix = (PtNDArray) manager.zeros(shape);
    DeviceMemory.write(matrix, layout.initial(Seeds.of(compute.context().seed(), 0)));
    this.first = (PtNDArray) manager.zeros(shape);
    this.second = (PtNDArray) manager.zeros(shape);
    this.adam = adam(0);
  }

  private Adam adam(long steps) {
    return new Adam(
        matrix,
        first,
        second,
        steps,
        training.learningRate(),
        training.weightDecay(),
        new Constants(manager));
  }

  @Override
  public EpochReport trainEpoch() {
    int next = epoch + 1;
    long seed = Seeds.of(compute.context().seed(), next);
    boolean newestOnly = layout.params().positions() == SasRecParams.Positions.LAST;
    EpochPlan plan =
        EpochPlan.of(train, layout.params().maxLength(), layout.params().positions(), seed);
    dropout.reseed(seed);
    TrainingStep step = new TrainingStep(ops, layout, network, loss, adam, matrix, newestOnly);
    double sum = 0;
    long targets = 0;
    long steps = 0;
    int batch = training.batchSize();
    int upload = Math.max(1, CELLS_PER_UPLOAD / layout.params().maxLength() / batch) * batch;
    for (int start = 0; start < plan.rows(); start += upload) {
      int end = Math.min(plan.rows(), start + upload);
      try (PtNDManager uploaded = (PtNDManager) manager.newSubManager()) {
        DeviceRows rows = new DeviceRows(plan.cells(start, end), uploaded);
        for (int from = 0; from < end - start; from += batch) {
          compute.cancel().check();
          try (PtNDManager scratch = (PtNDManager) uploaded.newSubManager()) {
            TrainingStep.Outcome outcome =
                step.run(rows, from, Math.min(end - start, from + batch), scratch);
            DivergedException.check(outcome.loss(), next, ++steps, training.learningRate());
            sum += outcome.loss();
            targets += outcome.targets();
          }
        }
      }
    }
    epoch = next;
    return new EpochReport(epoch, targets == 0 ? Double.NaN : sum / targets);
  }

  @Override
  public Scorer scorer() {
    return new SasRecScorer(layout, matrix, train, null);
  }

  @Override
  public Weights weights() {
    return layout.export(matrix.toFloatArray(), Map.of(EPOCH, Integer.toString(epoch)));
  }

  @Override
  public Weights checkpoint() {
    Map<String, String> notes = new LinkedHashMap<>();
    notes.put(EPOCH, Integer.toString(epoch));
    notes.put(STEP, Long.toString(adam.steps()));
    Map<String, Tensor> tensors =
        new LinkedHashMap<>(layout.export(matrix.toFloatArray(), notes).tensors());
    tensors.put(FIRST, moments(first));
    tensors.put(SECOND, moments(second));
    return new Weights(tensors, notes);
  }

  private Tensor moments(PtNDArray moments) {
    return Tensor.of(moments.toFloatArray(), layout.rows(), layout.width());
  }

  @Override
  public void restore(Weights checkpoint) {
    float[] parameters = layout.matrix(checkpoint);
    DeviceMemory.write(matrix, parameters);
    DeviceMemory.write(first, moments(checkpoint, FIRST, parameters.length));
    DeviceMemory.write(second, moments(checkpoint, SECOND, parameters.length));
    adam = adam(number(checkpoint, STEP));
    epoch = Math.toIntExact(number(checkpoint, EPOCH));
  }

  private static float[] moments(Weights checkpoint, String name, int size) {
    Tensor tensor = checkpoint.tensors().get(name);
    if (tensor == null || tensor.data().length != size) {
      throw new InputException(
          "the checkpoint has no '%s' of %d values; train anew".formatted(name, size));
    }
    return tensor.data();
  }

  private static long number(Weights checkpoint, String note) {
    String text = checkpoint.notes().get(note);
    if (text == null) {
      throw new InputException("the checkpoint does not say its %s; train anew".formatted(note));
    }
    return Long.parseLong(text);
  }

  /** Native calls made so far. */
  long nativeCalls() {
    return ops.calls();
  }

  /** Arrays that live in native memory between two epochs. */
  int liveArrays() {
    return manager.getManagedArrays().size() + manager.getParentManager().getManagedArrays().size();
  }

  @Override
  public void close() {
    manager.close();
  }
}
