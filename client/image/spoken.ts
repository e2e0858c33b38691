import type { PictureData } from "../../data/chart/drawn-model.ts";
import type { PictureLanguage } from "../../data/chart/picture-order.ts";
import { manner, speak } from "../app/language.ts";
import { CHINESE, MANNER } from "../app/zh.ts";

/** Draws what an order asks for in its language, names and events of the data in it, too. A thread draws one thing at a time. */
export function spoken<Order extends { language: PictureLanguage; data: PictureData }, Drawn>(
  order: Order,
  draw: (order: Order) => Drawn,
): Drawn {
  return inLanguage(order.language, () => {
    const { catalog, events } = order.data;
    const data = { ...order.data, catalog: manner()?.named(catalog) ?? catalog, events: manner()?.told(events) ?? events };
    return draw({ ...order, data });
  });
}

/** Draws in a language, and speaks English again. */
export function inLanguage<Drawn>(language: PictureLanguage, draw: () => Drawn): Drawn {
  if (language === "zh") speak("zh", CHINESE, MANNER);
  try {
    return draw();
  } finally {
    speak("en");
  }
}
