package io.aisle.core.dataset.privacy;

import io.aisle.domain.data.PersonalKind;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * How values of a kind of personal data look, and what their columns are called.
 *
 * @param looks whether a value looks so
 * @param enough share of values from which a column of any name is pointed out; above 1: never
 * @param named whether a column's name says so
 * @param enoughNamed the same share for a column with such a name
 */
record Shape(
    PersonalKind kind,
    Predicate<String> looks,
    double enough,
    Predicate<ColumnWords> named,
    double enoughNamed) {
  private static final Pattern EMAIL =
      Pattern.compile("[\\p{L}0-9._%+-]+@[\\p{L}0-9-]+(\\.[\\p{L}0-9-]+)*\\.\\p{L}{2,}");
  private static final Pattern CHINESE_MOBILE =
      Pattern.compile("(\\+?(00)?86[- ]?)?1[3-9][0-9]([- ]?[0-9]{4}){2}");
  private static final Pattern PHONE =
      Pattern.compile(
          "\\+[0-9][0-9 ()./-]{6,18}[0-9]|\\(0?[0-9]{2,4}\\)[ -]?[0-9]{3,4}[ -][0-9]{3,5}");
  private static final Pattern DIGITS = Pattern.compile("[+(]?[0-9][0-9 ()./-]{5,18}[0-9]");
  private static final Pattern IP4 =
      Pattern.compile("(%1$s\\.){3}%1$s".formatted("(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])"));
  private static final Pattern IP6 =
      Pattern.compile("(?=.*:.*:)[0-9A-Fa-f]{0,4}(:[0-9A-Fa-f]{0,4}){2,7}");
  private static final Pattern STREET =
      Pattern.compile(
          "(?i).*\\b[0-9]+[a-z]?,? +([\\p{L}.'-]+"
              + " +){1,4}(street|st|road|rd|avenue|ave|lane|ln|drive|dr|boulevard|blvd|court|ct|close)\\b.*|.*\\p{L}{3,}(strasse|straße|str\\.)"
              + " *[0-9]+.*");
  private static final Pattern CHINESE_STREET =
      Pattern.compile(".*[省市区县镇乡].*([路街道巷村弄].*[0-9０-９]+.*[号室栋幢楼]|[0-9０-９]+号).*");
  private static final Pattern SOME_WORDS = Pattern.compile(".*\\p{L}{2,}.*");
  private static final Pattern PERSON =
      Pattern.compile(
          "(\\p{Lu}[\\p{Ll}'-]+|\\p{Lu}\\.)( (\\p{Lu}[\\p{L}'-]+|\\p{Lu}\\.?|de|van|von|da)){1,3}");
  private static final Pattern CHINESE_PERSON =
      Pattern.compile(
          "[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤][\\u4e00-\\u9fff]{1,2}");

  private static final Set<String> OF_PERSONS =
      Set.of(
          "first",
          "last",
          "full",
          "given",
          "family",
          "middle",
          "user",
          "customer",
          "client",
          "buyer",
          "person",
          "contact",
          "recipient",
          "receiver",
          "author",
          "reviewer",
          "nick",
          "member",
          "consignee",
          "owner",
          "employee",
          "account");

  /** In the order in which they are tried. */
  static final List<Shape> ALL =
      List.of(
          new Shape(
              PersonalKind.EMAIL,
              value -> EMAIL.matcher(value).matches(),
              0.02,
              name -> name.any(Set.of("email", "mail")) || name.holds("邮箱", "邮件"),
              0.01),
          new Shape(
              PersonalKind.ID_CARD,
              IdCard::is,
              0.2,
              name -> name.holds("身份证", "证件") || name.any(Set.of("idcard", "ssn", "passport")),
              0.01),
          new Shape(
              PersonalKind.PHONE,
              value -> CHINESE_MOBILE.matcher(value).matches() || PHONE.matcher(value).matches(),
              0.5,
              name ->
                  name.any(
                          Set.of("phone", "mobile", "tel", "telephone", "cell", "cellphone", "fax"))
                      || name.holds("手机", "电话"),
              0.01),
          new Shape(
              PersonalKind.PHONE,
              value -> DIGITS.matcher(value).matches(),
              2,
              name ->
                  name.any(Set.of("phone", "mobile", "tel", "telephone", "cellphone"))
                      || name.holds("手机", "电话"),
              0.3),
          new Shape(
              PersonalKind.IP,
              value -> IP4.matcher(value).matches() || IP6.matcher(value).matches(),
              0.2,
              name -> name.any(Set.of("ip")),
              0.05),
          new Shape(
              PersonalKind.ADDRESS,
              value -> STREET.matcher(value).matches() || CHINESE_STREET.matcher(value).matches(),
              0.2,
              name -> false,
              2),
          new Shape(
              PersonalKind.ADDRESS,
              value -> SOME_WORDS.matcher(value).matches(),
              2,
              name ->
                  (name.any(Set.of("address", "addr", "street"))
                          && !name.any(Set.of("ip", "mac", "email", "mail", "web", "url")))
                      || name.holds("地址", "住址"),
              0.3),
          new Shape(
              PersonalKind.NAME,
              value -> SOME_WORDS.matcher(value).matches(),
              2,
              Shape::ofPerson,
              0.3),
          new Shape(
              PersonalKind.NAME,
              value -> PERSON.matcher(value).matches() || CHINESE_PERSON.matcher(value).matches(),
              2,
              name -> name.words().equals(List.of("name")) || name.holds("名字"),
              0.6));

  private static boolean ofPerson(ColumnWords name) {
    boolean named = name.any(Set.of("name")) && name.any(OF_PERSONS);
    return named
        || name.any(Set.of("surname", "firstname", "lastname", "fullname", "username", "nickname"))
        || name.holds("姓名", "昵称", "用户名", "联系人", "收件人", "收货人", "客户名");
  }
}
