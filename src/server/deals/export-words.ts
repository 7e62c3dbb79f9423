import type { ExportLanguage, ProgrammeSettings } from '../../contract/index.js';
import type { ExportWords } from './export.js';

type Language = Omit<ExportWords, 'state'> & { states: Record<string, string> };

const en: Language = {
  name: 'Deal', customer: 'Customer', partner: 'Partner', member: 'Seller', review: 'Review', stage: 'Stage', value: 'Value', currency: 'Currency', closeOn: 'Expected close',
  closedOn: 'Closed on', protection: 'Protection', protectionEndsOn: 'Protected until', submittedAt: 'Submitted', reviewDueOn: 'Decision due', winConfirmedAt: 'Win confirmed', updatedAt: 'Last changed', id: 'Id',
  states: {
    'review.draft': 'Draft', 'review.submitted': 'Submitted', 'review.in_review': 'In review', 'review.action_required': 'Answer needed', 'review.approved': 'Approved', 'review.rejected': 'Rejected', 'review.withdrawn': 'Withdrawn',
    'stage.prospect': 'Prospect', 'stage.qualified': 'Qualified', 'stage.technical_validation': 'Technical validation', 'stage.business_validation': 'Business validation', 'stage.committed': 'Committed', 'stage.closed_won': 'Won', 'stage.closed_lost': 'Lost',
    'protection.none': 'None', 'protection.active': 'Protected', 'protection.expiring': 'Ends soon', 'protection.expired': 'Ended',
  },
};

const de: Language = {
  name: 'Deal', customer: 'Kunde', partner: 'Partner', member: 'Verkäufer', review: 'Prüfung', stage: 'Phase', value: 'Wert', currency: 'Währung', closeOn: 'Erwarteter Abschluss',
  closedOn: 'Abgeschlossen am', protection: 'Schutz', protectionEndsOn: 'Geschützt bis', submittedAt: 'Eingereicht', reviewDueOn: 'Entscheidung bis', winConfirmedAt: 'Abschluss bestätigt', updatedAt: 'Zuletzt geändert', id: 'Id',
  states: {
    'review.draft': 'Entwurf', 'review.submitted': 'Eingereicht', 'review.in_review': 'In Prüfung', 'review.action_required': 'Antwort nötig', 'review.approved': 'Genehmigt', 'review.rejected': 'Abgelehnt', 'review.withdrawn': 'Zurückgezogen',
    'stage.prospect': 'Interessent', 'stage.qualified': 'Qualifiziert', 'stage.technical_validation': 'Technische Prüfung', 'stage.business_validation': 'Kaufmännische Prüfung', 'stage.committed': 'Zugesagt', 'stage.closed_won': 'Gewonnen', 'stage.closed_lost': 'Verloren',
    'protection.none': 'Keiner', 'protection.active': 'Geschützt', 'protection.expiring': 'Läuft bald ab', 'protection.expired': 'Abgelaufen',
  },
};

const fr: Language = {
  name: 'Affaire', customer: 'Client', partner: 'Partenaire', member: 'Commercial', review: 'Examen', stage: 'Étape', value: 'Valeur', currency: 'Devise', closeOn: 'Clôture prévue',
  closedOn: 'Clôture', protection: 'Protection', protectionEndsOn: 'Fin de protection', submittedAt: 'Soumission', reviewDueOn: 'Décision d’ici au', winConfirmedAt: 'Vente confirmée', updatedAt: 'Dernière modification', id: 'Id',
  states: {
    'review.draft': 'Brouillon', 'review.submitted': 'Soumis', 'review.in_review': 'En cours d’examen', 'review.action_required': 'Réponse attendue', 'review.approved': 'Approuvé', 'review.rejected': 'Refusé', 'review.withdrawn': 'Retiré',
    'stage.prospect': 'Prospect', 'stage.qualified': 'Qualifié', 'stage.technical_validation': 'Validation technique', 'stage.business_validation': 'Validation commerciale', 'stage.committed': 'Engagé', 'stage.closed_won': 'Gagné', 'stage.closed_lost': 'Perdu',
    'protection.none': 'Aucune', 'protection.active': 'Active', 'protection.expiring': 'Expire bientôt', 'protection.expired': 'Expirée',
  },
};

const es: Language = {
  name: 'Operación', customer: 'Cliente', partner: 'Partner', member: 'Comercial', review: 'Revisión', stage: 'Etapa', value: 'Valor', currency: 'Moneda', closeOn: 'Cierre previsto',
  closedOn: 'Cierre', protection: 'Protección', protectionEndsOn: 'Fin de la protección', submittedAt: 'Envío', reviewDueOn: 'Plazo de decisión', winConfirmedAt: 'Venta confirmada', updatedAt: 'Último cambio', id: 'Id',
  states: {
    'review.draft': 'Borrador', 'review.submitted': 'Enviado', 'review.in_review': 'En revisión', 'review.action_required': 'Respuesta pendiente', 'review.approved': 'Aprobado', 'review.rejected': 'Rechazado', 'review.withdrawn': 'Retirado',
    'stage.prospect': 'Prospección', 'stage.qualified': 'Cualificado', 'stage.technical_validation': 'Validación técnica', 'stage.business_validation': 'Validación comercial', 'stage.committed': 'Comprometido', 'stage.closed_won': 'Ganado', 'stage.closed_lost': 'Perdido',
    'protection.none': 'Ninguna', 'protection.active': 'Activa', 'protection.expiring': 'Caduca pronto', 'protection.expired': 'Caducada',
  },
};

const pt: Language = {
  name: 'Negócio', customer: 'Cliente', partner: 'Parceiro', member: 'Responsável', review: 'Análise', stage: 'Etapa', value: 'Valor', currency: 'Moeda', closeOn: 'Fechamento previsto',
  closedOn: 'Fechamento', protection: 'Proteção', protectionEndsOn: 'Fim da proteção', submittedAt: 'Envio', reviewDueOn: 'Decisão até', winConfirmedAt: 'Venda confirmada', updatedAt: 'Última alteração', id: 'Id',
  states: {
    'review.draft': 'Rascunho', 'review.submitted': 'Enviado', 'review.in_review': 'Em análise', 'review.action_required': 'Aguardando resposta', 'review.approved': 'Aprovado', 'review.rejected': 'Rejeitado', 'review.withdrawn': 'Retirado',
    'stage.prospect': 'Prospecção', 'stage.qualified': 'Qualificado', 'stage.technical_validation': 'Validação técnica', 'stage.business_validation': 'Validação comercial', 'stage.committed': 'Comprometido', 'stage.closed_won': 'Ganho', 'stage.closed_lost': 'Perdido',
    'protection.none': 'Nenhuma', 'protection.active': 'Ativa', 'protection.expiring': 'Expira em breve', 'protection.expired': 'Expirada',
  },
};

const ja: Language = {
  name: '案件', customer: '顧客', partner: 'パートナー', member: '営業担当', review: '審査', stage: 'フェーズ', value: '金額', currency: '通貨', closeOn: '受注予定日',
  closedOn: '完了日', protection: '案件保護', protectionEndsOn: '保護期限', submittedAt: '申請日', reviewDueOn: '判断期限', winConfirmedAt: '受注確認', updatedAt: '最終更新', id: 'ID',
  states: {
    'review.draft': '下書き', 'review.submitted': '申請済み', 'review.in_review': '審査中', 'review.action_required': '要回答', 'review.approved': '承認済み', 'review.rejected': '却下', 'review.withdrawn': '取り下げ',
    'stage.prospect': '見込み', 'stage.qualified': '有望', 'stage.technical_validation': '技術検証', 'stage.business_validation': 'ビジネス検証', 'stage.committed': '確約', 'stage.closed_won': '受注', 'stage.closed_lost': '失注',
    'protection.none': '保護なし', 'protection.active': '保護中', 'protection.expiring': 'まもなく終了', 'protection.expired': '終了',
  },
};

const zh: Language = {
  name: '商机', customer: '客户', partner: '合作伙伴', member: '销售人员', review: '审核', stage: '阶段', value: '金额', currency: '币种', closeOn: '预计成交日期',
  closedOn: '关闭日期', protection: '保护期', protectionEndsOn: '保护期至', submittedAt: '提交日期', reviewDueOn: '审核截止日期', winConfirmedAt: '赢单确认', updatedAt: '最近更改', id: 'ID',
  states: {
    'review.draft': '草稿', 'review.submitted': '已提交', 'review.in_review': '审核中', 'review.action_required': '待补充', 'review.approved': '已批准', 'review.rejected': '已驳回', 'review.withdrawn': '已撤回',
    'stage.prospect': '潜在', 'stage.qualified': '需求确认', 'stage.technical_validation': '技术验证', 'stage.business_validation': '商务验证', 'stage.committed': '已承诺', 'stage.closed_won': '赢单', 'stage.closed_lost': '输单',
    'protection.none': '未受保护', 'protection.active': '受保护', 'protection.expiring': '即将到期', 'protection.expired': '已到期',
  },
};

const ar: Language = {
  name: 'الصفقة', customer: 'العميل', partner: 'الشريك', member: 'مندوب المبيعات', review: 'المراجعة', stage: 'المرحلة', value: 'القيمة', currency: 'العملة', closeOn: 'الإغلاق المتوقع',
  closedOn: 'تاريخ الإغلاق', protection: 'الحماية', protectionEndsOn: 'الحماية حتى', submittedAt: 'تاريخ التقديم', reviewDueOn: 'موعد القرار', winConfirmedAt: 'تأكيد الفوز', updatedAt: 'آخر تغيير', id: 'المعرّف',
  states: {
    'review.draft': 'مسودة', 'review.submitted': 'تم التقديم', 'review.in_review': 'قيد المراجعة', 'review.action_required': 'مطلوب رد', 'review.approved': 'تمت الموافقة', 'review.rejected': 'تم الرفض', 'review.withdrawn': 'تم السحب',
    'stage.prospect': 'محتملة', 'stage.qualified': 'مؤهلة', 'stage.technical_validation': 'التحقق التقني', 'stage.business_validation': 'التحقق التجاري', 'stage.committed': 'التزام مؤكد', 'stage.closed_won': 'فوز', 'stage.closed_lost': 'خسارة',
    'protection.none': 'بلا حماية', 'protection.active': 'محمية', 'protection.expiring': 'توشك على الانتهاء', 'protection.expired': 'منتهية',
  },
};

const languages: Readonly<Record<ExportLanguage, Language>> = { en, de, fr, es, pt, ja, zh, ar };

/** The words of an exported table: the programme's own for stages, else the language's. */
export function exportWords(language: ExportLanguage, { stageLabels }: Pick<ProgrammeSettings, 'stageLabels'>): ExportWords {
  const { states, ...heads } = languages[language];
  const own = (of: string, state: string) => (of === 'stage' ? stageLabels[state]?.[language] ?? stageLabels[state]?.en : undefined);
  return { ...heads, state: (of, state) => own(of, state) ?? states[`${of}.${state}`] ?? state };
}
