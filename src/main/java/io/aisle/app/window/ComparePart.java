package io.aisle.app.window;

import io.aisle.core.settings.SettingsFile;
import io.aisle.domain.settings.DeclinedBaselines;
import io.aisle.ui.chart.ChartTools;
import io.aisle.ui.common.Action;
import io.aisle.ui.common.Place;
import io.aisle.ui.common.Refreshable;
import io.aisle.ui.common.RunItem;
import io.aisle.ui.common.Screen;
import io.aisle.ui.comparison.AgreementController;
import io.aisle.ui.comparison.AgreementViewModel;
import io.aisle.ui.comparison.BaselinesViewModel;
import io.aisle.ui.comparison.CompareController;
import io.aisle.ui.comparison.CompareViewModel;
import io.aisle.ui.comparison.DetailController;
import io.aisle.ui.comparison.DetailViewModel;
import io.aisle.ui.comparison.GroupWords;
import io.aisle.ui.comparison.GroupsController;
import io.aisle.ui.comparison.GroupsViewModel;
import io.aisle.ui.comparison.ImportRunViewModel;
import io.aisle.ui.comparison.PinsController;
import io.aisle.ui.comparison.PredictionController;
import io.aisle.ui.comparison.PredictionViewModel;
import io.aisle.ui.comparison.ReportViewModel;
import io.aisle.ui.comparison.RobustnessController;
import io.aisle.ui.comparison.RobustnessViewModel;
import io.aisle.ui.comparison.SampledViewModel;
import io.aisle.ui.comparison.SlicesController;
import io.aisle.ui.comparison.SlicesViewModel;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;

/** Wires the Compare screen. */
final class ComparePart {
  private final Frame frame;

  ComparePart(Frame frame) {
    this.frame = frame;
  }

  Refreshable wire() {
    CompareViewModel compare =
        new CompareViewModel(
            frame.shelf(),
            frame.services().comparisons(),
            frame.background(),
            frame.texts(),
            frame.numbers());
    compare
        .chosen()
        .addListener(
            (ListChangeListener<RunItem>)
                change -> frame.current().runsProperty().set(List.copyOf(compare.chosen())));
    DetailViewModel detail =
        new DetailViewModel(
            compare, frame.services().comparisons(), frame.background(), frame.texts());
    AgreementViewModel agreement =
        new AgreementViewModel(
            compare, frame.services().comparisons(), frame.background(), frame.texts());
    SlicesViewModel slices =
        new SlicesViewModel(
            compare, frame.services().slices(), frame.background(), frame.texts(), frame.numbers());
    SampledViewModel sampled =
        new SampledViewModel(
            compare, frame.services().lists(), frame.background(), frame.texts(), frame.numbers());
    RobustnessViewModel robustness =
        new RobustnessViewModel(
            compare,
            frame.services().robustness(),
            frame.background(),
            frame.sampler(),
            frame.texts(),
            frame.numbers());
    GroupWords groupWords = new GroupWords(frame.texts(), frame.numbers());
    GroupsViewModel groups =
        new GroupsViewModel(
            compare, frame.services().comparisons(), frame.background(), groupWords, frame.texts());
    ImportRunViewModel imports =
        new ImportRunViewModel(
            compare,
            frame.services().training(),
            frame.shelf(),
            frame.changes(),
            frame.background(),
            frame.notices(),
            frame.texts());
    PredictionViewModel predictions =
        new PredictionViewModel(compare, frame.background(), frame.texts());
    ReportViewModel report =
        new ReportViewModel(
            frame.services().reports(),
            frame.services().pins(),
            frame.background(),
            frame.notices(),
            frame.texts());
    BaselinesViewModel baselines =
        new BaselinesViewModel(
            compare,
            frame.shelf(),
            frame.baselines(),
            new SettingsFile<>(
                frame.paths().declined(), DeclinedBaselines.class, DeclinedBaselines.NONE),
            frame.background(),
            frame.texts());
    ChartTools tools = frame.chartTools();
    var controllers = frame.controllers();
    controllers.put(
        CompareController.class,
        () -> new CompareController(compare, report, baselines, imports, tools, frame.navigator()));
    controllers.put(
        DetailController.class,
        () -> new DetailController(detail, predictions, tools, frame.navigator()));
    controllers.put(
        SlicesController.class, () -> new SlicesController(slices, frame.navigator(), tools));
    controllers.put(
        PinsController.class,
        () ->
            new PinsController(
                frame.pins(),
                compare,
                baselines,
                report,
                frame.dialogs(),
                frame.texts(),
                frame.numbers()));
    controllers.put(GroupsController.class, () -> new GroupsController(groups, tools));
    controllers.put(
        AgreementController.class, () -> new AgreementController(agreement, sampled, tools));
    controllers.put(RobustnessController.class, () -> new RobustnessController(robustness, tools));
    controllers.put(PredictionController.class, () -> new PredictionController(predictions, tools));
    frame
        .navigator()
        .serve(Place.OfRuns.class, Screen.COMPARE, place -> compare.choose(place.runs()));
    frame
        .actions()
        .add(
            new Action(
                "compare.import",
                frame.texts().of("compare.import.action"),
                "",
                compare.referenceProperty().isNotNull(),
                () -> imports.ask(frame.dialogs())));
    frame
        .actions()
        .add(
            new Action(
                "compare.report",
                frame.texts().of("compare.export.action"),
                "",
                Bindings.isNotEmpty(compare.rows()),
                () -> report.ask(compare, baselines, frame.dialogs())));
    return compare;
  }
}
