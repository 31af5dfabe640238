package org.sencrm.ui.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sencrm.api.transfer.Imports;

class ErrorRowsTest {

    private static final String FILE = "\uFEFF\"name\",code,product,row,column,code,message\r\n"
            + "\"Hải Đăng, \"\"HN\"\"\",7,GTXPro,2,product,unknownReference,\"Sản phẩm\n chưa có\"\r\n"
            + "Minh Châu,8,GTKPro,3,product,unknownReference,x\r\n"
            + "Ẩn Phú,9,GTXPro,4,name,tooLong,x\r\n"
            + "Gỗ Việt,10,GTXPro,5,product,unknownReference,x";

    @Test
    void picksTheRowsOfOneProblem() throws Exception {
        ErrorRows rows = read(problem("unknownReference", "product", "GTXPro"), 50);

        assertEquals(List.of("name", "code", "product", "row", "column", "code", "message"), rows.header());
        assertEquals(
                List.of("Hải Đăng, \"HN\"", "Gỗ Việt"),
                rows.rows().stream().map(row -> row.get(0)).toList());
        assertEquals("Sản phẩm\n chưa có", rows.rows().get(0).get(6));
    }

    @Test
    void withoutAValueAllRowsOfTheColumnAreMeant() throws Exception {
        assertEquals(
                3, read(problem("unknownReference", "product", null), 50).rows().size());
    }

    @Test
    void keepsNoMoreRowsThanAskedFor() throws Exception {
        assertEquals(1, read(problem("unknownReference", null, null), 1).rows().size());
    }

    private static ErrorRows read(Imports.Problem problem, int most) throws Exception {
        ErrorRows rows = new ErrorRows(problem, most);
        rows.write(FILE.getBytes(StandardCharsets.UTF_8));
        rows.close();
        return rows;
    }

    private static Imports.Problem problem(String code, String column, String value) {
        return new Imports.Problem(code, column, value, 2, null, "message", true);
    }
}
