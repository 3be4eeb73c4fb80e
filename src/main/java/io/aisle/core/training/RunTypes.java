package io.aisle.core.training;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.aisle.domain.model.ModelKind;
import java.io.IOException;
import java.time.Instant;

/** How the types of run folders' JSON are written and read. */
final class RunTypes {
  private RunTypes() {}

  static SimpleModule module() {
    SimpleModule module = new SimpleModule("run");
    module.addSerializer(Instant.class, ToStringSerializer.instance);
    module.addDeserializer(Instant.class, new InstantReader());
    module.addSerializer(Double.class, new NumberWriter());
    module.addSerializer(double.class, new NumberWriter());
    module.addDeserializer(double.class, new NumberReader());
    module.addSerializer(ModelKind.class, new KindWriter());
    module.addDeserializer(ModelKind.class, new KindReader());
    return module;
  }

  private static final class InstantReader extends JsonDeserializer<Instant> {
    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      return Instant.parse(parser.getText());
    }
  }

  private static final class NumberWriter extends JsonSerializer<Double> {
    @Override
    public void serialize(Double value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      if (Double.isFinite(value)) {
        out.writeNumber(value);
      } else {
        out.writeNull();
      }
    }
  }

  /** A number that does not exist is null in a file and NaN here. */
  static final class NumberReader extends JsonDeserializer<Double> {
    @Override
    public Double deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      return parser.getDoubleValue();
    }

    @Override
    public Double getNullValue(DeserializationContext context) {
      return Double.NaN;
    }
  }

  private static final class KindWriter extends JsonSerializer<ModelKind> {
    @Override
    public void serialize(ModelKind kind, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeString(kind.id());
    }
  }

  private static final class KindReader extends JsonDeserializer<ModelKind> {
    @Override
    public ModelKind deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      String id = parser.getText();
      for (ModelKind kind : ModelKind.values()) {
        if (kind.id().equals(id)) {
          return kind;
        }
      }
      throw context.weirdStringException(id, ModelKind.class, "no model of this program");
    }
  }
}
