package io.aisle.ui.journey;

import java.lang.reflect.Constructor;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;

/** Drops files as the system does, where it has no drag and drop: by the events of the toolkit. */
final class FileDropper {
  private FileDropper() {}

  /** Files hang over a node, and fall. */
  static void drop(Node target, List<Path> files) {
    WorkbenchDriver.fx(
        () -> {
          Dragboard board = board(files);
          Event.fireEvent(target, event(DragEvent.DRAG_OVER, board));
          Event.fireEvent(target, event(DragEvent.DRAG_DROPPED, board));
          return null;
        });
  }

  private static DragEvent event(EventType<DragEvent> type, Dragboard board) {
    return new DragEvent(type, board, 9, 9, 9, 9, TransferMode.COPY, null, null, null);
  }

  /** What hangs at the pointer, which only the toolkit can make. */
  private static Dragboard board(List<Path> files) throws ReflectiveOperationException {
    Constructor<?> maker = Dragboard.class.getDeclaredConstructors()[0];
    maker.setAccessible(true);
    Class<?> content = maker.getParameterTypes()[0];
    Object held =
        Proxy.newProxyInstance(
            content.getClassLoader(),
            new Class<?>[] {content},
            (proxy, method, arguments) -> {
              boolean asked =
                  arguments != null
                      && arguments.length == 1
                      && DataFormat.FILES.equals(arguments[0]);
              return switch (method.getName()) {
                case "hasContent" -> asked;
                case "getContent" -> asked ? files.stream().map(Path::toFile).toList() : null;
                default -> null;
              };
            });
    return (Dragboard) maker.newInstance(held);
  }
}
