package io.aisle.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Member;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** What the FXML files name must exist, and what exists must be named. */
class FxmlTest {
  private static final Path ROOT = Path.of("fxml");
  private static final Pattern KEY = Pattern.compile("texts\\s*\\.of\\(\\s*\"([^\"]+)\"\\s*[,)]");
  private static final ResourceBundle BUNDLE = new Texts(Locale.ENGLISH).bundle();

  /** Attributes whose value is read by people. */
  private static final Set<String> WORDS =
      Set.of("text", "promptText", "accessibleText", "accessibleHelp", "title");

  @Test
  void theFilesOnDiskAreTheViewsOfTheEnum() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      Set<String> onDisk =
          files
              .filter(file -> file.toString().endsWith(".fxml"))
              .map(file -> "/fxml/" + ROOT.relativize(file).toString().replace('\\', '/'))
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(onDisk)
          .isEqualTo(
              Arrays.stream(View.values())
                  .map(View::resource)
                  .collect(Collectors.toCollection(TreeSet::new)));
    }
  }

  @ParameterizedTest
  @EnumSource(View.class)
  void everyIdIsAFieldAndEveryHandlerAMethodOfTheController(View view) throws Exception {
    Element root = parse(view).getDocumentElement();
    Class<?> controller = Class.forName(root.getAttribute("fx:controller"));
    Set<String> fields = injected(controller.getDeclaredFields());
    Set<String> methods = injected(controller.getDeclaredMethods());
    Set<String> ids = new TreeSet<>();
    for (Element element : elements(root)) {
      boolean defined = element.getParentNode().getNodeName().equals("fx:define");
      if (element.hasAttribute("fx:id") && !defined) {
        ids.add(element.getAttribute("fx:id"));
      }
      attributes(element, name -> name.startsWith("on"))
          .forEach(handler -> assertThat(methods).contains(handler.substring(1)));
    }
    assertThat(ids).isEqualTo(fields);
  }

  @ParameterizedTest
  @EnumSource(View.class)
  void noElementIsStyledInPlace(View view) throws Exception {
    for (Element element : elements(parse(view).getDocumentElement())) {
      assertThat(element.hasAttribute("style")).as(element.getNodeName()).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource(View.class)
  void everyWordIsAKeyOfTheBundle(View view) throws Exception {
    for (Element element : elements(parse(view).getDocumentElement())) {
      attributes(element, WORDS::contains)
          .forEach(
              value -> {
                assertThat(value).startsWith("%");
                assertThat(BUNDLE.containsKey(value.substring(1))).as(value).isTrue();
              });
    }
  }

  @Test
  void everyKeyInTheCodeIsInTheBundle() throws IOException {
    List<String> missing = new ArrayList<>();
    int seen = 0;
    try (Stream<Path> files = Files.walk(Path.of("src/main/java/io/aisle"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        Matcher keys = KEY.matcher(Files.readString(file));
        while (keys.find()) {
          seen++;
          if (!BUNDLE.containsKey(keys.group(1))) {
            missing.add(file.getFileName() + ": " + keys.group(1));
          }
        }
      }
    }
    assertThat(seen).isGreaterThan(50);
    assertThat(missing).isEmpty();
  }

  private static Set<String> injected(AnnotatedElement[] members) {
    return Arrays.stream(members)
        .filter(member -> member.isAnnotationPresent(FXML.class))
        .map(member -> ((Member) member).getName())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> attributes(Element element, Predicate<String> wanted) {
    List<String> values = new ArrayList<>();
    for (int index = 0; index < element.getAttributes().getLength(); index++) {
      Node attribute = element.getAttributes().item(index);
      if (wanted.test(attribute.getNodeName())) {
        values.add(attribute.getNodeValue());
      }
    }
    return values;
  }

  private static List<Element> elements(Element root) {
    List<Element> all = new ArrayList<>();
    all.add(root);
    NodeList below = root.getElementsByTagName("*");
    for (int index = 0; index < below.getLength(); index++) {
      all.add((Element) below.item(index));
    }
    return all;
  }

  private static Document parse(View view)
      throws IOException, SAXException, ParserConfigurationException {
    String text = Files.readString(Path.of("." + view.resource()));
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(text)));
  }
}
