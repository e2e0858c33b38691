import { createRoute, z } from "@hono/zod-openapi";
import type { PictureForm } from "../../data/chart/picture-order.ts";
import { askedView } from "../asked-view.ts";
import { isKeptForm } from "../draw-ahead.ts";
import { type FormLimits, formAndView, formOf, HEIGHTS, SCALES, WIDTHS } from "../image/form.ts";
import { originOf } from "../origin.ts";
import { pageLanguage } from "../page-words.ts";
import { drawnView, pictureAddress, pictureData } from "../picture-data.ts";
import { problemResponse, RequestProblem, typed } from "../problem.ts";
import { routes, type Services } from "../services.ts";
import { ViewParameters } from "./series.ts";

const TYPES = { svg: "image/svg+xml", png: "image/png" } as const;

const queryOf = ({ imageSide, imageScale }: FormLimits) =>
  ViewParameters.extend({
    width: z
      .string()
      .optional()
      .openapi({ description: `Pixels, ${WIDTHS.least} to ${imageSide}.`, default: String(WIDTHS.usual) }),
    height: z
      .string()
      .optional()
      .openapi({ description: `Pixels, ${HEIGHTS.least} to ${imageSide}; as high as the chart is where it is left out.` }),
    theme: z.string().optional().openapi({ description: "light or dark.", default: "light" }),
    lang: z.string().optional().openapi({ description: "en, or zh for Simplified Chinese.", default: "en" }),
    scale: z
      .union([z.string(), z.array(z.string())])
      .optional()
      .openapi({
        type: "string",
        description: `Where it is a number: pixels of the image for one of the chart, ${SCALES.least} to ${imageScale}. Where it is log or linear: the value axis of the view. Both may stand there.`,
        default: "1",
      }),
  });

/** The chart of a view as an image: drawn by the page's own component, with its sentence, sources, vintage and address. */
export function chartRoutes(services: Services) {
  const app = routes();
  for (const type of ["svg", "png"] as const)
    app.openapi(routeOf(type, services.config.limits), async (c) => {
      const url = new URL(c.req.url);
      const parts = formAndView(url.searchParams);
      const { form, faults } = formOf(parts.form, services.config.limits);
      const asked = askedView(parts.view, services);
      if (faults.length > 0) throw new RequestProblem("bad-address", "The address asks for an image that cannot be.", { errors: faults });
      const view = drawnView(asked, services.config.limits.points);
      const address = pictureAddress(view, originOf(c, services.config));
      const language = pageLanguage(url.searchParams);
      const { store } = services;
      const share = c.env?.share;
      const kept = share && type === "png" && language === "en" && isKeptForm(form) ? store.shareImage(share.slug) : undefined;
      const answer = await services.answers.answer(c, {
        key: `chart.${type} ${keyOf(form)} ${language} ${kept ? share?.slug : address}`,
        type: TYPES[type],
        pinned: asked.pinned,
        fileName: `rednote-surge-${view.metric}-vintage-${asked.vintage}.${type}`,
        isShown: true,
        make: async () =>
          kept ?? services.draw(() => ({ type, order: { ...form, language, view, address, data: pictureData(view, asked, store) } })),
      });
      return typed<unknown>(answer);
    });
  return app;
}

function keyOf({ width, height, theme, scale }: PictureForm): string {
  return `${width}x${height ?? ""} ${theme} ${scale}`;
}

function routeOf(type: keyof typeof TYPES, limits: FormLimits) {
  return createRoute({
    method: "get",
    path: `/chart.${type}`,
    summary: `The chart of a view as ${type === "svg" ? "SVG" : "PNG"}.`,
    description: "With its sentence, labels, events, sources, vintage and address. With a `vintage` its numbers are the same for ever.",
    request: { query: queryOf(limits) },
    responses: {
      200: { description: "The image.", content: { [TYPES[type]]: { schema: z.string().openapi({ format: "binary" }) } } },
      400: problemResponse("A parameter is not understood, names something that the catalog lacks, or asks for too much."),
      503: problemResponse("Too many images wait, or this one took too long. Retry-After says when to come back."),
    },
  });
}
