package org.sencrm.core.demo;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.sencrm.api.demo.DemoData;
import org.sencrm.api.record.Money;

/** What the firm trades in: furniture and equipment for offices. */
@Component(property = "service.ranking:Integer=900")
public final class DemoProducts implements DemoData {

    private static final List<Item> ITEMS = List.of(
            new Item("Bàn làm việc gỗ sồi 1m4", "BLV-140", "Bàn", 4_250_000),
            new Item("Bàn giám đốc gỗ óc chó 1m8", "BGD-180", "Bàn", 18_900_000),
            new Item("Bàn họp 12 chỗ", "BHP-12", "Bàn", 14_500_000),
            new Item("Bàn nâng hạ điện", "BND-120", "Bàn", 8_700_000),
            new Item("Ghế xoay lưới", "GXL-01", "Ghế", 1_650_000),
            new Item("Ghế công thái học", "GCT-02", "Ghế", 5_900_000),
            new Item("Ghế giám đốc da", "GGD-03", "Ghế", 7_400_000),
            new Item("Ghế phòng họp chân quỳ", "GPH-04", "Ghế", 980_000),
            new Item("Tủ hồ sơ sắt 4 ngăn", "THS-4", "Tủ", 2_350_000),
            new Item("Tủ locker 12 ô", "TLK-12", "Tủ", 3_800_000),
            new Item("Kệ sách gỗ 5 tầng", "KSG-5", "Tủ", 2_900_000),
            new Item("Vách ngăn tiêu âm", "VTA-01", "Vách ngăn", 1_250_000),
            new Item("Cụm bàn 4 chỗ có vách", "CBV-4", "Vách ngăn", 12_600_000),
            new Item("Sofa tiếp khách", "SFK-01", "Sofa", 16_800_000),
            new Item("Bàn trà mặt kính", "BTK-01", "Sofa", 3_200_000),
            new Item("Máy in laser đa năng", "MIL-40", "Thiết bị", 9_450_000),
            new Item("Máy chiếu phòng họp", "MCH-4K", "Thiết bị", 21_500_000),
            new Item("Bảng trắng từ tính 2m4", "BTT-240", "Thiết bị", 1_850_000),
            new Item("Gói lắp đặt trọn gói", "DV-LD", "Dịch vụ", 2_000_000),
            new Item("Bảo trì nội thất hằng năm", "DV-BT", "Dịch vụ", 6_000_000));

    @Override
    public void fill(Writer writer) {
        for (Item item : ITEMS) {
            writer.create(
                    null,
                    "products",
                    DemoPeople.firstDay(writer),
                    Map.of(
                            "name", item.name,
                            "code", item.code,
                            "series", item.series,
                            "price", new Money(BigDecimal.valueOf(item.price), "VND"),
                            "active", true));
        }
    }

    /** @param price in đồng */
    private record Item(String name, String code, String series, long price) {}
}
